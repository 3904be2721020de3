import Repatriation
import Screens
import Store
import Terminal

/// The program without a terminal, on a store whose clock stands still: keys go in, and a frame
/// comes out when nothing is under way any more.
struct StillScreen {
    private(set) var app: App
    private var runner: EffectRunner

    /// Opens somewhere; a desk is opened first.
    init(
        _ store: Store, _ home: DeskProgram.Home, _ arguments: Arguments, at now: Instant
    ) throws {
        let officer = try store.peer()
        let points = try store.points()
        let clock = Clock.standing(at: now)
        app = try DeskProgram.app(
            points, try store.zones(of: points), officer, home, arguments, clock,
            isDrill: store.isDrill)
        runner = EffectRunner(store: store, officer: officer.id, clock: clock)
        // A picture prints nothing and keeps nothing of whoever makes it.
        runner.setting = { _ in nil }
        runner.keepBoard = { _, _ in }
        if case .desk(let point, let desk) = home {
            _ = try? store.perform(
                .act(OpenDesk(at: point, desk, attends: nil)), by: officer.id, at: now)
        }
    }

    /// The frame after these keys.
    mutating func frame(after keys: [Key], width: Int, height: Int) -> Frame {
        settle(app.setWidth(width))
        settle(app.start())
        for key in keys { press(key) }
        return app.draw(width: width, height: height)
    }

    /// A key, and everything that comes of it; what it asks of the terminal.
    @discardableResult
    mutating func press(_ key: Key) -> [Effect] {
        let effects = app.update(.key(key))
        settle(effects)
        app.wasDrawn()
        return effects
    }

    /// Begins the guided tour on the screen that is open.
    mutating func startTour() { app.startTour() }

    private mutating func settle(_ effects: [Effect]) {
        var effects = effects[...]
        while let effect = effects.popFirst() {
            for reply in runner.run(effect) {
                effects += app.update(.reply(reply, to: effect.request))
            }
        }
    }
}
