/** A printer for practice and tests: takes and answers bytes as a real one, draws on paper, and misbehaves when told. */
@NullMarked
package tillbook.printing.practice;

import org.jspecify.annotations.NullMarked;
