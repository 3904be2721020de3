import Drill
import Foundation
import Repatriation
import Screens
import Store
import Support
import Terminal

@testable import garita

/// A desk without a terminal: keys in, frames out, effects carried out on a real store in between.
///
/// It runs until nothing is under way, so that tests wait for «idle» and never sleep.
final class Desk {
    let folder: String
    let path: String
    private(set) var app: App
    private var runner: EffectRunner
    let store: Store
    /// Effects held back, as when the store is slow.
    private var held: [Effect] = []
    var isHolding = false
    /// How many views were asked for.
    private(set) var loads = 0

    /// A practice store with a morning behind it, made once and copied for every desk.
    private static let morning: Data = {
        do {
            let folder = try TestStore.makeFolder()
            defer { TestStore.remove(folder) }
            try Morning.live(at: "\(folder)/m.db")
            try Store(path: "\(folder)/m.db").backup(to: "\(folder)/copia.db")
            return try Data(contentsOf: URL(fileURLWithPath: "\(folder)/copia.db"))
        } catch {
            fatalError("no practice morning: \(error)")
        }
    }()

    static let start = Instant(milliseconds: 1_795_197_600_000)

    init(home: DeskHome = .queue(1), language: Language = .es, folder given: String? = nil) throws {
        // As the program does: a printer that goes away ends nobody.
        signal(SIGPIPE, SIG_IGN)
        folder = try given ?? TestStore.makeFolder()
        path = "\(folder)/g.db"
        if given == nil { try Desk.morning.write(to: URL(fileURLWithPath: path)) }
        store = try Store(path: path)
        try store.setSynchronous(false)
        let officer = try store.allOfficers().first { $0.leads } ?? store.allOfficers()[0]
        var zones: [PointCode: Zone] = [:]
        let points = try store.points()
        for point in points { zones[point.code] = try store.zone(point.zone) }
        var context = Workplace(
            officer: officer, point: .nogales, desk: 0, language: language, now: Desk.start,
            zones: zones,
            names: Dictionary(points.map { ($0.code, $0.name) }, uniquingKeysWith: { $1 }))
        context.isDrill = true
        context.speed = 10
        let signIn = SignInScreen(points: points.map { ($0.code, $0.name) }, at: .nogales)
        runner = EffectRunner(
            store: store, officer: officer.id,
            clock: .standing(at: Desk.start))
        // No test writes papers to the account that runs it; the command reads them to the end, as
        // a printer's does.
        runner.setting = { $0 == "GARITA_PRINTER" ? "cat" : nil }
        runner.keepBoard = { _, _ in }
        var first: [Command] = []
        switch home {
        case .signIn: app = App(context: context, home: signIn)
        case .board: app = App(context: context, home: signIn, over: BoardScreen())
        case .queue(let desk):
            context.desk = desk
            app = App(
                context: context, home: signIn, over: QueueScreen(point: .nogales, desk: desk))
            first = [
                .act(OpenShift(at: .nogales)), .act(OpenDesk(at: .nogales, desk, attends: nil)),
            ]
        }
        for command in first { _ = try store.perform(command, by: officer.id, at: Desk.start) }
        settle(app.start())
    }

    deinit { TestStore.remove(folder) }

    enum DeskHome { case signIn, board, queue(Int) }

    /// A practice stands so; what is asked for because of it.
    func practise(_ state: PracticeState) -> [Effect] { app.setPractice(state) }

    /// What a key asks for, without doing it.
    func asked(by key: Key) -> [Effect] { app.update(.key(key)) }

    /// Presses keys and waits until nothing is under way.
    func press(_ keys: Key...) { for key in keys { type(key) } }

    /// Types text as keys.
    func type(_ text: String) { for character in text { type(.character(character)) } }

    func type(_ key: Key) {
        settle(app.update(.key(key)))
        if !isHolding { app.wasDrawn() }
    }

    /// Types faster than the screen is drawn.
    func burst(_ keys: Key...) {
        for key in keys { settle(app.update(.key(key))) }
        app.wasDrawn()
    }

    /// As `demo --show-keys` does.
    func showKeys() { app.showKeys() }

    /// The officer has a password from now on.
    func signedInWithPassword() { app.setHasPassword(true) }

    /// Papers go to this command, whatever the environment says.
    func print(to command: String, cut: String? = nil) {
        runner.setting = { ["GARITA_PRINTER": command, "GARITA_PRINTER_CUT": cut ?? ""][$0] }
    }

    /// Goes to the roll call of a new group with so many people on its list.
    func openRoll(of people: Int) throws {
        func give(_ act: some Act) throws -> any Outcome {
            try store.perform(.act(act), by: app.context.officer.id, at: Desk.start).result
        }
        let announced = try give(AnnounceGroup(.nogales, Announcement())) as? Announced
        let (group, name) = (announced?.group ?? Identifier(0), announced?.name ?? "?")
        _ = try give(AddToList(group, (1...people).map { TestStore.person($0) }))
        press(.function(6))
        for _ in 0..<20 where currentLine?.contains(" \(name) ") == false { press(.down) }
        press(.enter)
    }

    /// Somebody of a new group at Nogales left before the roll call: a lead is told of it.
    func loseSomebody() throws {
        func give(_ act: some Act) throws -> any Outcome {
            try store.perform(.act(act), by: app.context.officer.id, at: Desk.start).result
        }
        let group = (try give(AnnounceGroup(.nogales, Announcement())) as? Announced)?.group
        let listed = try give(AddToList(group ?? Identifier(0), [TestStore.person(1)]))
        let gone = listed["receptions"]?.elements?.first?.integer ?? 0
        _ = try give(NoShow(Identifier(gone), .leftBeforeRollCall, confirmedBy: nil))
        changed()
    }

    /// The program as it begins where the officer has a password.
    func beginsSignedOut() {
        signedInWithPassword()
        app.askPassword()
    }

    /// What the store could not look at is answered so, in the place of what is held back.
    func answerGate(_ answer: GateAnswer) {
        held = []
        settle(app.update(.reply(.gate(answer), to: nil)))
    }

    /// The screens are again as they were; what was done meanwhile is done.
    func back(to earlier: App) { app = earlier }

    /// Another desk has written.
    func changed() { settle(app.update(.changed)) }

    /// Lets time pass without keys.
    func rest() {
        settle(app.update(.tick(app.context.now.adding(seconds: 3), steady: app.steady + 3000)))
    }

    /// Lets so many seconds pass on the officer's own clock.
    func later(seconds: Int) {
        let steady = app.steady + seconds * 1000 / app.context.speed
        settle(app.update(.tick(app.context.now.adding(seconds: seconds), steady: steady)))
    }

    /// The wall clock is set by so many seconds, while so many pass.
    func setClock(by seconds: Int, passing: Int) {
        let now = app.context.now.adding(seconds: seconds)
        settle(app.update(.tick(now, steady: app.steady + passing * 1000)))
    }

    /// The store cannot be looked at for so long.
    func stale(minutes: Int?) { settle(app.update(.stale(minutes: minutes))) }

    /// Lets the answers come that were held back.
    func release() {
        isHolding = false
        let effects = held
        held = []
        settle(effects)
        app.wasDrawn()
    }

    private func settle(_ effects: [Effect]) {
        var queue = effects
        while !queue.isEmpty {
            let effect = queue.removeFirst()
            if case .asked(_, .load) = effect { loads += 1 }
            if isHolding {
                held.append(effect)
                continue
            }
            for reply in runner.run(effect) {
                queue += app.update(.reply(reply, to: effect.request))
            }
        }
    }

    /// The card of the person whose screen this is, as the store has it.
    var shownCard: Card? {
        guard let line = text.split(separator: "\n").first(where: { $0.contains("Recepción · ") }),
            let ticket = line.firstMatch(of: /Recepción · (\d+)/).flatMap({ Int($0.1) }),
            let row = try? store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first(where: {
                $0.ticket == ticket
            })
        else { return nil }
        return try? store.card(row.id, now: Desk.start)
    }

    func frame(_ width: Int = 80, _ height: Int = 24) -> Frame {
        // As the program does: from a hundred columns more is asked for.
        if max(width, app.context.width) >= 100 { settle(app.setWidth(width)) }
        return app.draw(width: width, height: height)
    }
    var text: String { frame().text }
}

/// Compares a frame with the kept one: text, cursor and the role of every cell. `RECORD=1` keeps
/// new ones.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent(
            "Golden")

    static func difference(_ frame: Frame, _ name: String) -> String? {
        let roles = (0..<frame.height).map { row in
            String(
                frame.row(row).map { Character(Unicode.Scalar(UInt8(97 + $0.style.role.rawValue))) }
            ).trimmedRight(
                "a")
        }
        let cursor = "cursor \(frame.cursor.row) \(frame.cursor.column) \(frame.isCursorVisible)"
        let text = [frame.text + cursor, roles.joined(separator: "\n"), ""].joined(separator: "\n")
            .replacing(/garita-prueba-\w{6}/, with: "garita-prueba-······")
        let file = folder.appendingPathComponent("\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try? text.write(to: file, atomically: true, encoding: .utf8)
            return nil
        }
        guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
            return "no golden frame «\(name)»"
        }
        guard kept != text else { return nil }
        return zip(
            kept.split(separator: "\n", omittingEmptySubsequences: false),
            text.split(separator: "\n", omittingEmptySubsequences: false)
        )
        .first { $0 != $1 }.map { "kept: \($0.0)\nnow:  \($0.1)" } ?? "other length"
    }
}

extension String {
    fileprivate func trimmedRight(_ character: Character) -> String {
        var view = Substring(self)
        while view.last == character { view.removeLast() }
        return String(view)
    }
}
