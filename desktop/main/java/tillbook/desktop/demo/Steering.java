package tillbook.desktop.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What the demonstration tells the practice provider, by its control address. Each call waits until the provider has done
 * it. Owned by one thread.
 */
final class Steering {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final String NO_QUESTION = "{\"trouble\":\"hang-up\",\"done\":false,\"call\":\"query\",\"times\":0}";

    private final URI troubles;
    private final URI confirm;

    Steering(URI gateway) {
        this.troubles = gateway.resolve("/practice/trouble");
        this.confirm = gateway.resolve("/practice/confirm");
    }

    /** Whoever is to confirm on the phone does. */
    void customersConfirm() throws IOException, InterruptedException {
        tells(HttpRequest.newBuilder(confirm).POST(BodyPublishers.noBody()));
    }

    /** Who asks what became of a payment hears nothing from now on. */
    void answersNoQuestion() throws IOException, InterruptedException {
        tells(HttpRequest.newBuilder(troubles).POST(BodyPublishers.ofString(NO_QUESTION)));
    }

    /** Every trouble that was switched on is over. */
    void answersAgain() throws IOException, InterruptedException {
        tells(HttpRequest.newBuilder(troubles).DELETE());
    }

    private static void tells(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(WITHIN).build()) {
            HttpResponse<String> said =
                    http.send(request.timeout(WITHIN).build(), HttpResponse.BodyHandlers.ofString());
            if (said.statusCode() != 200) throw new IOException("the practice provider refused: " + said.body());
        }
    }
}
