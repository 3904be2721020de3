import CTerminal
import Glibc

/// A program on a pseudo-terminal of its own, for the figures of `bench` and for the end-to-end
/// tests.
package final class PseudoTerminal {
    /// The program's process.
    package let process: pid_t
    private let master: Int32

    /// Starts a program; nil when the system has no terminal to give.
    package init?(
        _ path: String, _ arguments: [String], environment: [String: String], rows: Int,
        columns: Int
    ) {
        let words = ([path] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in words + variables { free(pointer) } }
        var child: pid_t = 0
        master = ct_spawn(path, words, variables, Int32(rows), Int32(columns), &child)
        process = child
        if master < 0 { return nil }
    }

    deinit {
        // Without a child there is nobody to end: signal 9 to process 0 would end everybody here.
        guard master >= 0, process > 0 else { return }
        close(master)
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    /// Types bytes.
    package func type(_ text: String) { _ = text.withCString { write(master, $0, strlen($0)) } }

    /// What comes within so many milliseconds; nil when nothing did, empty when the program let the
    /// terminal go.
    package func read(within milliseconds: Int32) -> [UInt8]? {
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, milliseconds) > 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(master, &buffer, buffer.count)
        return count > 0 ? Array(buffer[..<count]) : []
    }

    /// Gives the terminal another size; the program is told by SIGWINCH.
    package func resize(rows: Int, columns: Int) {
        _ = ct_resize(master, Int32(rows), Int32(columns))
    }

    /// Waits for the program's end and gives its wait status.
    package func status() -> Int32 {
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return status
    }
}
