package tillbook.diagnosis.cause;

/** What can be done about a cause with one press. The failed thing itself is done again wherever that is possible. */
public enum Mend {
    /** Somebody has changed something: measure again. */
    CHECK_AGAIN,
    /** Ask the provider about every payment that is open. */
    ASK_PROVIDER_AGAIN,
    PRINT_OWED,
    TRY_PRINTER_AGAIN,
    /** Make the searchable journal anew from the tape. */
    REBUILD_COPY,
    OPEN_SETTINGS,
    /** Nothing that a machine could do. */
    NONE
}
