import Glibc
import Repatriation
import Screens
import Store
import Terminal

/// `demo --class FILE`: the trainer's console.
enum ClassProgram {
    static func run(_ path: String, _ arguments: Arguments) throws -> Int32 {
        try DeskProgram.requireTerminal()
        let files = try ClassFiles(path)
        let terminal = try DeskTerminal(arguments)
        let classroom = try Classroom(files, arguments.language, wake: terminal.wake)
        defer {
            terminal.close()
            classroom.end()
        }
        var console = TrainerConsole(
            classroom.state, zone: classroom.zone, language: arguments.language)
        return turn(&console, classroom, try terminal.opened(), terminal.wake)
    }

    /// `demo --join FILE` on a practice that one person works at: the console for that one.
    static func join(_ folder: String, _ arguments: Arguments) throws -> Int32 {
        try DeskProgram.requireTerminal()
        let line = try ClassLine.open(folder)
        let terminal = try DeskTerminal(arguments)
        let training = RemoteTraining(line, wake: terminal.wake)
        defer {
            terminal.close()
            training.end()
        }
        guard let (state, point) = training.first() else {
            throw UsageError("La práctica terminó.", "The practice is over.")
        }
        var console = TrainerConsole(
            state, zone: try ZonesOfPoints().zone(of: point), language: arguments.language)
        return turn(&console, training, try terminal.opened(), terminal.wake)
    }

    private static func turn(
        _ console: inout TrainerConsole, _ classroom: any Training, _ session: TerminalSession,
        _ wake: Int32
    ) -> Int32 {
        while true {
            if classroom.isOver { return 0 }
            console.update(classroom.state)
            console.mirror(classroom.frame)
            for words in classroom.takeSaid() { console.say(words) }
            let size = session.size
            session.show(console.draw(width: size.columns, height: size.rows))
            var descriptors = [
                pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
            ]
            poll(&descriptors, 2, Int32(min(session.patience ?? 250, 250)))
            if session.askedToEnd != 0 { return 0 }
            if session.askedToSuspend { _ = Suspension.whenFree { session.suspend() } }
            // Nobody could be paused by a console that is stopped.
            if descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return 0 }
            if descriptors[1].revents != 0 {
                var count: UInt64 = 0
                read(wake, &count, 8)
            }
            while let input = session.next() {
                switch input {
                case .gone: return 0
                case .resized: break
                case .key(let key):
                    for order in console.press(key) {
                        switch order {
                        case .end: return 0
                        case .redraw: session.redraw()
                        default: classroom.obey(order)
                        }
                    }
                }
            }
        }
    }
}
