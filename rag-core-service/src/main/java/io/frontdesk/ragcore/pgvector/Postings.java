package io.frontdesk.ragcore.pgvector;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which chunks a word stands in, as the bytes of a row: for each chunk four bytes of number, two of
 * the word's count, two of the chunk's length.
 */
final class Postings {
    static final int SIZE = 8;

    /** How many chunk numbers share a row. */
    static final int PART = 4_096;

    private final Set<Integer> replaced = new HashSet<>();
    private final List<Posting> added = new ArrayList<>();

    /** One word in one chunk. */
    record Posting(int number, int count, int length) {}

    /** Takes each posting of a row in turn. */
    interface Reader {
        void read(int number, int count, int length);
    }

    void remove(int number) {
        replaced.add(number);
        added.removeIf(posting -> posting.number() == number);
    }

    void put(Posting posting) {
        remove(posting.number());
        added.add(posting);
    }

    /** The row with the changes made. */
    byte[] edit(byte[] row) {
        var edited = ByteBuffer.allocate(row.length + added.size() * SIZE);
        read(
                row,
                (number, count, length) -> {
                    if (!replaced.contains(number)) {
                        write(edited, number, count, length);
                    }
                });
        added.forEach(p -> write(edited, p.number(), p.count(), p.length()));
        var bytes = new byte[edited.position()];
        edited.flip().get(bytes);
        return bytes;
    }

    static void read(byte[] row, Reader reader) {
        var buffer = ByteBuffer.wrap(row);
        while (buffer.remaining() >= SIZE) {
            reader.read(
                    buffer.getInt(),
                    Short.toUnsignedInt(buffer.getShort()),
                    Short.toUnsignedInt(buffer.getShort()));
        }
    }

    private static void write(ByteBuffer buffer, int number, int count, int length) {
        buffer.putInt(number).putShort((short) count).putShort((short) length);
    }
}
