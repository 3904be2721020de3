import Glibc
import Repatriation
import Screens
import Store
import Terminal

/// The terminal that one or several stores are looked at on, one after the other, without leaving
/// it between them.
final class DeskTerminal {
    /// What wakes whoever waits for keys.
    let wake = makeEventDescriptor(blocks: false)
    private let theme: Theme
    private let colours: Bool
    private var session: TerminalSession?
    private var log: Int32 = -1

    /// Throws a usage error for a theme that there is not.
    init(_ arguments: Arguments) throws {
        theme = try Themes.named(arguments["theme"])
        colours = arguments["theme"] != nil || Environment["NO_COLOR"] == nil
    }

    /// Opens it the first time. Throws a usage error where it cannot be used.
    func opened() throws -> TerminalSession {
        if let session { return session }
        do throws(TerminalSession.Failure) {
            let opened = try TerminalSession(theme: theme, colours: colours, wake: wake)
            session = opened
            log = sendErrorsToLog()
            return opened
        } catch {
            throw DeskTerminal.unfit(error)
        }
    }

    /// Leaves it as it was before.
    func close() {
        session?.close()
        session = nil
        guard log >= 0 else { return }
        keepErrors(-1)
        dup2(log, 2)
        Glibc.close(log)
        log = -1
    }

    /// Why the terminal cannot be used, and the way out.
    private static func unfit(_ failure: TerminalSession.Failure) -> UsageError {
        let name = Environment["TERM"] ?? ""
        switch failure {
        case .unknownType:
            return UsageError(
                """
                Esta máquina no conoce la terminal (TERM=\(name)). Pruebe «TERM=xterm-256color \
                garita», o instale el 
                """
                    + "paquete ncurses-term. Sin pantalla: --plain.",
                """
                This machine does not know the terminal (TERM=\(name)). Try «TERM=xterm-256color \
                garita», or install 
                """
                    + "the package ncurses-term. Without a screen: --plain.")
        case .cannotAddressCursor, .noCharacters:
            return UsageError(
                """
                Esta terminal (TERM=\(name)) no sirve para la pantalla. Pruebe \
                «TERM=xterm-256color garita», o use 
                """
                    + "--plain.",
                """
                This terminal (TERM=\(name)) cannot show the screen. Try «TERM=xterm-256color \
                garita», or use 
                """
                    + "--plain.")
        }
    }

    /// A trap's message would vanish in the alternate screen: it goes to the log. What breaks the
    /// program off is said once the terminal is as it was.
    private func sendErrorsToLog() -> Int32 {
        let folder = StoreFiles.folder(of: Environment.state("garita.log"))
        guard Files.makeFolder(folder) else { return -1 }
        let log = Glibc.open(
            Environment.state("garita.log"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard log >= 0 else { return -1 }
        let kept = fcntl(2, F_DUPFD_CLOEXEC, 3)
        keepErrors(kept)
        dup2(log, 2)
        Glibc.close(log)
        return kept
    }
}
