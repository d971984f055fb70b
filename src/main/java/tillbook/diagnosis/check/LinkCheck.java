package tillbook.diagnosis.check;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.List;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.Link;
import tillbook.diagnosis.check.Probes.NetworkProbe;

/** Cable and Wi-Fi: whether any interface is up and has a carrier. Immutable. */
record LinkCheck(NetworkProbe network, Line line) implements Check {
    @Override
    public Subject subject() {
        return Subject.LINK;
    }

    @Override
    public CheckAnswer answer() {
        if (!line.isNeeded()) return CheckAnswer.fine(Subject.LINK, "notNeeded");
        try {
            return judged(network.links());
        } catch (IOException e) {
            return CheckAnswer.cannotTell(Subject.LINK, "unknown");
        }
    }

    private static CheckAnswer judged(List<Link> links) {
        String up = links.stream().filter(Link::up).map(Link::name).collect(joining(", "));
        if (!up.isEmpty()) return CheckAnswer.fine(Subject.LINK, "up", up);
        String all = links.stream().map(Link::name).collect(joining(", "));
        CheckAnswer down = links.isEmpty()
                ? CheckAnswer.needsPerson(Subject.LINK, "none")
                : CheckAnswer.needsPerson(Subject.LINK, "down", all);
        return down.with(Sign.LINK_DOWN, all);
    }
}
