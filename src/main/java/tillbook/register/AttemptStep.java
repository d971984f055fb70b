package tillbook.register;

import tillbook.journal.JournalEvent.MoveCause;
import tillbook.payment.AttemptState;
import tillbook.payment.ProviderCall;

/** The next thing to do for an attempt, decided from its state and its waits alone. */
sealed interface AttemptStep {
    /** Something to write down before anything else. */
    record Move(AttemptState state, MoveCause cause) implements AttemptStep {}

    /** Something to ask the provider now. */
    record Call(ProviderCall call) implements AttemptStep {}

    /** Nothing before this moment of the monotonic clock. */
    record WaitUntil(long ms) implements AttemptStep {}

    /** Nothing by itself: an answer is under way, or a person is awaited, or it is over. */
    record Rest() implements AttemptStep {}
}
