package io.frontdesk.launcher.checkout;

/** Something the user must know and can act on: what is wrong, and what to do about it. */
public final class FleetFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public FleetFailure(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
