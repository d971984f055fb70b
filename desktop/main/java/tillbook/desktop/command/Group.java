package tillbook.desktop.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others: named alone, it says that one of them is missing. */
abstract class Group implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Group(Invocation invocation) {
        this.invocation = invocation;
    }

    abstract List<Callable<Integer>> commands(Invocation invocation);

    /** What the tree hangs below it. */
    final List<Callable<Integer>> commands() {
        return commands(invocation);
    }

    @Override
    public final Integer call() {
        String names = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(
                spec.commandLine(), Messages.of(invocation.locale()).text("wrong.group", spec.qualifiedName(), names));
    }
}
