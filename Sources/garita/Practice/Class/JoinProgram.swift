import Drill
import Glibc
import Repatriation
import Screens
import Store
import Terminal

/// `demo --join FILE`: a trainee's terminal.
enum JoinProgram {
    static func run(_ path: String, _ arguments: Arguments) throws -> Int32 {
        try DeskProgram.requireTerminal()
        // Where one person practises, whoever joins trains.
        let trained = TrainerHost.folder(of: path)
        if isStore(path), access(trained, F_OK) == 0 {
            return try ClassProgram.join(trained, arguments)
        }
        let (folder, own) = try whereabouts(of: path)
        let terminal = try DeskTerminal(arguments)
        defer { terminal.close() }
        guard let name = try arguments["name"] ?? own ?? chosen(folder, terminal, arguments) else {
            return 0
        }
        let line = try ClassLine.open(folder)
        line.send(["hello": .string(name)])
        let day = JoinedDay(line, arguments.language, wake: terminal.wake)
        day.start()
        defer { day.end() }
        return try work(day, terminal, arguments, named: name)
    }

    /// Store after store, as the trainer has them made.
    private static func work(
        _ day: JoinedDay, _ terminal: DeskTerminal, _ arguments: Arguments, named name: String
    ) throws -> Int32 {
        var isFirst = true
        while let seat = day.nextSeat() {
            isFirst = false
            guard let point = PointCode(seat.point) else { break }
            let code = try DeskProgram.sit(
                arguments, .desk(point, seat.desk), clock: .practice(day), at: seat.path,
                on: terminal, as: Identifier(seat.officer), after: { day.waitUntilLived() })
            if let code { return code }
        }
        guard isFirst else {
            terminal.close()
            complain(arguments.language("La práctica terminó.", "The practice is over."))
            return 0
        }
        throw UsageError(
            "«\(name)» no está en la clase, o ya está en otra terminal.",
            "«\(name)» is not of the class, or sits at another terminal.")
    }

    /// The folder of a class's file, or of one of its stores, whose name says who it is.
    private static func whereabouts(of path: String) throws -> (String, String?) {
        if isStore(path) {
            let file = path.split(separator: "/").last.map(String.init) ?? path
            return (StoreFiles.folder(of: path), file == "\(ClassFiles.together).db" ? nil : file)
        }
        return (try ClassFiles(path).folder, nil)
    }

    private static func isStore(_ path: String) -> Bool {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let head = StoreFiles.read(descriptor, upTo: 15) ?? []
        return head.starts(with: "SQLite format 3".utf8)
    }

    /// Who it is, from a list of those of the class; nil where they go again.
    private static func chosen(
        _ folder: String, _ terminal: DeskTerminal, _ arguments: Arguments
    ) throws -> String? {
        let line = try ClassLine.open(folder)
        line.send(["ask": .string("names")])
        var names: [NameMenu.Name] = []
        line.read { heard in
            names = (heard["names"]?.elements ?? []).compactMap { one in
                one["name"]?.text.map { .init($0, isTaken: one["joined"] == .bool(true)) }
            }
            line.hangUp()
        }
        var menu = NameMenu(names, arguments.language)
        let session = try terminal.opened()
        while true {
            let size = session.size
            session.show(menu.draw(width: size.columns, height: size.rows))
            var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
            poll(&descriptor, 1, Int32(session.patience ?? 1000))
            if session.askedToEnd != 0 { return nil }
            if session.askedToSuspend { session.suspend() }
            if descriptor.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return nil }
            while let input = session.next() {
                switch input {
                case .gone: return nil
                case .resized: break
                case .key(let key):
                    switch menu.press(key) {
                    case .stays: break
                    case .left: return nil
                    case .chosen(let name): return name
                    }
                }
            }
        }
    }
}
