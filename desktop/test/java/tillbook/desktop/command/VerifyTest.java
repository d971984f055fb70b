package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A searchable copy that lost a sale while it was open, which no opening would look for in a large one. */
@Timeout(300)
class VerifyTest {
    @TempDir
    private Path home;

    @Test
    void whatAVerificationFindsWrongIsMadeAnewAtOnce() throws Exception {
        try (Program register = Program.start(home, Map.of(), "--practice", "--lang", "en")) {
            register.await("Tillbook is ready");
            register.type("2000000000015", "cash 20");
            register.await("PAID");
            assertTrue(verified(ExitCode.DONE).contains("agrees with the tape"));
            loseTheSales();
            assertTrue(verified(ExitCode.NO).contains("is being made anew"));
            Path aside = home.resolve("data/practice/journal.aside-000001.mv.db");
            while (!Files.exists(aside)) Thread.onSpinWait();
            assertEquals(ExitCode.DONE, register.quit(), register::toString);
        }
        assertTrue(verified(ExitCode.DONE).contains("agrees with the tape"));
    }

    private String verified(int exit) {
        return Program.run(home, exit, "journal", "verify", "--all", "--practice", "--lang", "en");
    }

    /** In this very process, where the register has the file open. */
    private void loseTheSales() throws Exception {
        String url = "jdbc:h2:async:" + home.resolve("data/practice/journal").toAbsolutePath() + ";IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate("DELETE FROM sale") > 0);
        }
    }
}
