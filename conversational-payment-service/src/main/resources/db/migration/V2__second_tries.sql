-- A quote whose payment failed may be confirmed again while it stands: which try this is, and
-- whose failures are past.
alter table payment_intent add column try int not null default 1;
alter table payment_intent add column failed_payments uuid[] not null default '{}';

-- A refund without an answer is made again from its row.
alter table refund_intent add column reason text not null default '';
