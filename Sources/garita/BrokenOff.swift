import Glibc
import Repatriation

/// What is said when the system breaks the program off. Not in the main file: what stands there may
/// run on the first thread alone, and it is the store's that touches files.
enum BrokenOff {
    /// A file that somebody cuts under the store's feet ends the process with a sentence; nothing
    /// was answered.
    static func tell(_ language: Language) {
        switch language {
        case .es:
            signal(SIGBUS) { _ in
                BrokenOff.say(
                    """
                    garita: Alguien cambió el archivo o falla el disco. Cierre, abra y repita lo \
                    último.

                    """)
            }
        case .en:
            signal(SIGBUS) { _ in
                BrokenOff.say(
                    """
                    garita: Somebody changed the store or the disk is failing. Close, open and \
                    repeat the last step.

                    """)
            }
        }
    }

    /// From within a signal: no memory is asked for.
    private static func say(_ words: StaticString) {
        write(2, words.utf8Start, words.utf8CodeUnitCount)
        _exit(3)
    }
}
