package tillbook.desktop.practice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tillbook.journal.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The practice provider's control address. Used by one thread; each call waits for the provider. */
final class ProviderControl implements AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(WITHIN).build();
    private final URI troubles;
    private final URI counted;

    /** {@code provider} is where it listens. */
    ProviderControl(URI provider) {
        this.troubles = provider.resolve("/practice/trouble");
        this.counted = provider.resolve("/practice/trouble/counted");
    }

    /**
     * Switches everything off that is counted, and then these on; what lasts until it is ended is somebody else's. Gives
     * what is on now: the names of the provider's counted troubles.
     */
    List<String> set(List<Drill> drills) throws IOException, InterruptedException {
        List<String> active =
                send(HttpRequest.newBuilder(counted).timeout(WITHIN).DELETE());
        for (Drill drill : drills) {
            for (String order : drill.orders()) {
                active = send(request().POST(HttpRequest.BodyPublishers.ofString(order)));
            }
        }
        return active;
    }

    /** What is on now. */
    List<String> active() throws IOException, InterruptedException {
        return send(request().GET());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(troubles).timeout(WITHIN);
    }

    private List<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException("the practice provider refused: " + answer.body());
        try {
            List<String> names = new ArrayList<>();
            for (JsonNode rule :
                    Json.mapper().readTree(answer.body()).path("active").values()) {
                if (rule.path("times").asInt(0) > 0)
                    names.add(rule.path("trouble").asString(""));
            }
            return names;
        } catch (JacksonException e) {
            throw new IOException("the practice provider's answer cannot be read", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
