import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges every PDF named on the command line by PDF/A-3a and PDF/UA-1. Prints one line per file and standard, then
 * each broken rule with a count and one place; the exit code is 1 when any file breaks a rule, 2 without files.
 */
public final class Judge {
    private static final List<PDFAFlavour> STANDARDS = List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

    public static void main(String[] files) throws Exception {
        if (files.length == 0) {
            System.err.println("no PDF was given");
            System.exit(2);
        }
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        int broken = 0;
        for (String file : files) {
            for (PDFAFlavour standard : STANDARDS) {
                broken += judge(new File(file), standard);
            }
        }
        System.out.println(files.length + " files, " + broken + " broken rules");
        System.exit(broken == 0 ? 0 : 1);
    }

    private static int judge(File file, PDFAFlavour standard) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, standard);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> rules = new TreeMap<>();
            Map<String, Integer> counts = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    rules.putIfAbsent(rule, assertion.getMessage() + "\n      at " + assertion.getLocation().getContext());
                    counts.merge(rule, 1, Integer::sum);
                }
            }
            if (!result.isCompliant() && rules.isEmpty()) {
                rules.put("unfinished", "the check ended early: " + result.getJobEndStatus());
            }
            System.out.printf("%s %s: %s (%d checks)%n", rules.isEmpty() ? "pass" : "FAIL", standard.getId(), file,
                    result.getTotalAssertions());
            rules.forEach((rule, message) ->
                    System.out.printf("  %s x%d %s%n", rule, counts.getOrDefault(rule, 1), message));
            return rules.size();
        }
    }
}
