package tillbook.diagnosis.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.ProviderProbe;

/** The encrypted line: whose certificate it is, and whether it is valid by this machine's clock. Immutable. */
record TlsCheck(Line line) implements Check {
    private static final int WITHIN_MS = 2_500;
    private static final int CAUSES_MAX = 20;

    @Override
    public Subject subject() {
        return Subject.TLS;
    }

    @Override
    public CheckAnswer answer() {
        if (!line.provider().map(ProviderProbe::tls).orElse(false)) return CheckAnswer.fine(Subject.TLS, "notNeeded");
        InetSocketAddress address;
        try {
            address = line.address();
        } catch (UnknownHostException e) {
            return CheckAnswer.cannotTell(Subject.TLS, "noName", line.host());
        }
        try (SocketChannel channel = SocketChannel.open()) {
            channel.socket().connect(address, WITHIN_MS);
            return encrypted(channel);
        } catch (IOException e) {
            return CheckAnswer.cannotTell(Subject.TLS, "noConnection", line.host());
        }
    }

    /** A line that takes connections and ends them in the middle of the encryption is no line either. */
    private CheckAnswer encrypted(SocketChannel channel) throws ClosedByInterruptException {
        try {
            return shaken(channel.socket());
        } catch (SSLException e) {
            return refused(e);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return CheckAnswer.needsPerson(
                            Subject.TLS, "cut", line.host(), e.getClass().getSimpleName())
                    .with(Sign.TLS_FAILED, line.host());
        }
    }

    private CheckAnswer shaken(Socket plain) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, line.host(), line.port(), false)) {
            socket.setSoTimeout(WITHIN_MS);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return CheckAnswer.fine(
                    Subject.TLS, "good", line.host(), socket.getSession().getProtocol());
        }
    }

    private CheckAnswer refused(SSLException refusal) {
        if (isOutOfDate(refusal)) {
            return CheckAnswer.needsPerson(Subject.TLS, "outOfDate", line.host())
                    .with(Sign.TLS_OUT_OF_DATE, line.host());
        }
        boolean stranger = has(refusal, CertificateException.class) || has(refusal, CertPathValidatorException.class);
        return stranger
                ? CheckAnswer.needsPerson(Subject.TLS, "stranger", line.host()).with(Sign.TLS_STRANGER, line.host())
                : CheckAnswer.needsPerson(Subject.TLS, "failed", line.host()).with(Sign.TLS_FAILED, line.host());
    }

    private static boolean isOutOfDate(Throwable refusal) {
        Throwable each = refusal;
        for (int depth = 0; each != null && depth < CAUSES_MAX; depth++, each = each.getCause()) {
            boolean byKind =
                    each instanceof CertificateExpiredException || each instanceof CertificateNotYetValidException;
            boolean byReason = each instanceof CertPathValidatorException path
                    && (path.getReason() == BasicReason.EXPIRED || path.getReason() == BasicReason.NOT_YET_VALID);
            if (byKind || byReason) return true;
        }
        return false;
    }

    private static boolean has(Throwable refusal, Class<? extends Throwable> kind) {
        Throwable each = refusal;
        for (int depth = 0; each != null && depth < CAUSES_MAX; depth++, each = each.getCause()) {
            if (kind.isInstance(each)) return true;
        }
        return false;
    }
}
