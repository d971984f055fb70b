package tillbook.diagnosis.check;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.Link;
import tillbook.diagnosis.check.Probes.NetworkProbe;
import tillbook.diagnosis.check.Probes.Route;

/** The router: whether it gave an address, and whether it answers. Immutable. */
record AddressCheck(NetworkProbe network, Line line, LongSupplier upMs) implements Check {
    private static final int GATEWAY_WITHIN_MS = 1_500;

    @Override
    public Subject subject() {
        return Subject.ADDRESS;
    }

    @Override
    public CheckAnswer answer() throws InterruptedException {
        if (!line.isNeeded()) return CheckAnswer.fine(Subject.ADDRESS, "notNeeded");
        try {
            List<Link> up = network.links().stream().filter(Link::up).toList();
            if (up.isEmpty()) return CheckAnswer.cannotTell(Subject.ADDRESS, "noLink");
            String addresses =
                    up.stream().filter(Link::usable).map(AddressCheck::shown).collect(joining(", "));
            return addresses.isEmpty() ? withoutAddress(up) : route(addresses);
        } catch (IOException e) {
            return CheckAnswer.cannotTell(Subject.ADDRESS, "unknown");
        }
    }

    private static String shown(Link link) {
        return link.name() + " " + link.address();
    }

    private static CheckAnswer withoutAddress(List<Link> up) {
        String links = up.stream().map(Link::name).collect(joining(", "));
        return CheckAnswer.needsPerson(Subject.ADDRESS, "none", links).with(Sign.ADDRESS_NONE, links);
    }

    private CheckAnswer route(String addresses) throws InterruptedException {
        return switch (network.route()) {
            case Route.Unknown _ -> CheckAnswer.fine(Subject.ADDRESS, "address", addresses);
            case Route.Direct direct -> CheckAnswer.fine(Subject.ADDRESS, "direct", addresses, direct.link());
            case Route.None _ ->
                CheckAnswer.needsPerson(Subject.ADDRESS, "noRoute", addresses).with(Sign.ROUTE_NONE, addresses);
            case Route.Via via -> gateway(addresses, via);
        };
    }

    /** Some routers answer nobody, so silence alone is no proof: the ranking weighs it against what else is known. */
    private CheckAnswer gateway(String addresses, Route.Via via) throws InterruptedException {
        String gateway = via.gateway().getHostAddress();
        long since = upMs.getAsLong();
        if (!network.answers(via.gateway(), GATEWAY_WITHIN_MS)) {
            return CheckAnswer.cannotTell(Subject.ADDRESS, "silent", addresses, gateway, GATEWAY_WITHIN_MS)
                    .with(Sign.GATEWAY_SILENT, gateway);
        }
        long ms = upMs.getAsLong() - since;
        return CheckAnswer.fine(Subject.ADDRESS, "gateway", addresses, gateway, ms)
                .with(Sign.GATEWAY_ANSWERS, ms, gateway);
    }
}
