package tillbook.payment.practice;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;

/**
 * How a practice provider is set up. Its text form names no key.
 *
 * @param port on the loopback address; 0 takes a free one
 * @param book the file of its book, created if it is missing; empty keeps the book in memory
 * @param registerKey the public half of the key that the register signs with
 * @param providerKey the private half of the key that the register knows the provider by
 */
public record PracticeOptions(
        int port, Optional<Path> book, PublicKey registerKey, PrivateKey providerKey, PracticeTime time) {
    @Override
    public String toString() {
        return "PracticeOptions[port=" + port + ", book=" + book + "]";
    }
}
