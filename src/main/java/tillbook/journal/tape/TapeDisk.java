package tillbook.journal.tape;

import java.io.IOException;
import java.util.List;

/**
 * One folder of files, as little of it as the tape needs. Everything the tape does to a disk goes through here, so that a
 * test can cut the power between any two operations and fail each of them. A name has no folder in it. Safe for use by
 * several threads on different names.
 */
public interface TapeDisk {
    /** Names of all files in the folder, in no promised order. */
    List<String> list() throws IOException;

    /**
     * Makes a file of {@code bytes} zeros, every one of them written and forced, so that later writes inside it need no
     * new space. The name itself is durable only after {@link #syncDirectory()}.
     *
     * @throws IOException also if the name exists or the disk is full; an incomplete file may then remain
     */
    TapeFile create(String name, int bytes) throws IOException;

    /** Opens an existing file for reading alone, so that a disk that has become read-only can still be read. */
    TapeFile openToRead(String name) throws IOException;

    /** Opens an existing file for reading and writing. */
    TapeFile open(String name) throws IOException;

    /** Renames atomically, replacing a file of the new name; durable only after {@link #syncDirectory()}. */
    void rename(String from, String to) throws IOException;

    /** Deletes a file; nothing happens if there is none. */
    void delete(String name) throws IOException;

    /** Makes every name made, renamed or deleted so far durable. */
    void syncDirectory() throws IOException;

    /** Bytes that could still be written, as far as the system tells. */
    long usableSpace() throws IOException;
}
