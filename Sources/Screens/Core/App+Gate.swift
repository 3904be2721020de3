import Repatriation
import Terminal

/// Signing in, out, and as somebody else.
extension App {
    /// Where whoever signs in next at this terminal sits down; not the one who has just left it.
    struct Seat: Sendable {
        let point: PointCode
        let desk: Int
        var leftBy: Identifier<Officer>?
    }

    /// A key for the screen that asks who is there.
    mutating func pressGate(_ key: Key) -> [Effect] {
        guard let purpose = gate?.purpose else { return [] }
        if key == .function(10) {
            // Behind a closed screen there is no way in: signing out needs nobody's password, and
            // ends the program.
            guard case .confirm = purpose else { return [.quit] }
            gate = nil
            return []
        }
        switch gate?.press(key) {
        case .effect(let effect): return [ask(effect, for: stack.numbers)]
        case .ask: return [askWhoSigns()]
        case .cancel:
            if case .confirm = purpose {
                gate = nil
            } else {
                gate = isIn ? nil : Gate(purpose, Signer(context))
            }
            return []
        case nil: return []
        }
    }

    /// Whether somebody is signed in, before whose eyes the screen was not closed.
    private var isIn: Bool { !isOut && gate?.purpose != .back }

    /// What the store found of a password.
    mutating func takeGate(_ answer: GateAnswer, to request: Request?) -> [Effect] {
        gate?.take(answer)
        switch answer {
        case .opened(let officer, let hasPassword): return enter(officer, hasPassword)
        case .answered:
            gate = nil
            return reload(after: request)
        case .mustChange, .refused, .unfit, .failed: return []
        }
    }

    /// Whoever was here goes on; somebody else sits down at the same desk, with nothing of the one
    /// before.
    private mutating func enter(_ officer: Officer, _ hasPassword: Bool) -> [Effect] {
        let isSame = officer.id == context.officer.id
        let wasOut = isOut
        (gate, isOut, context.isCovered) = (nil, false, false)
        var effects: [Effect] = []
        if !isSame {
            if context.desk > 0 { seat = Seat(point: context.point, desk: context.desk) }
            effects = leaveDesk() + run([.home])
            forgetActs()
        }
        (context.officer, context.hasPassword) = (officer, hasPassword)
        let seated = wasOut || !isSame ? sitDown() : []
        return effects + (seated.isEmpty ? load(queries()) : seated)
    }

    /// Takes the seat that waits for whoever comes in, if one does; the queue is shown as it is
    /// with the desk open.
    private mutating func sitDown() -> [Effect] {
        guard let seat, seat.leftBy != context.officer.id else { return [] }
        self.seat = nil
        let queue = QueueScreen(point: seat.point, desk: seat.desk)
        return run([
            .seat(seat.point, desk: seat.desk),
            .perform(.act(OpenDesk(at: seat.point, seat.desk, attends: nil))),
            screens.count == 1 ? .push(queue) : .replace(queue),
        ])
    }

    /// Back to the way in; whoever has a password is asked for it before anything else.
    mutating func leave() -> [Effect] {
        if context.desk > 0 {
            seat = Seat(point: context.point, desk: context.desk, leftBy: context.officer.id)
        }
        let effects = leaveDesk() + run([.home])
        // Whoever comes back works in the present, also where it is the same officer.
        context.paper = nil
        if context.hasPassword { askPassword() }
        return effects
    }

    /// Asks for the password before anything is shown.
    package mutating func askPassword() {
        if context.desk > 0 { seat = Seat(point: context.point, desk: context.desk) }
        (gate, isOut) = (Gate(.enter, Signer(context)), true)
    }

    /// The officer no longer attends: the desk is closed, or falls silent with whom it holds.
    private mutating func leaveDesk() -> [Effect] {
        defer { context.desk = 0 }
        return farewell
    }

    /// What is done when the officer goes, whichever way.
    package var farewell: [Effect] {
        context.desk > 0 ? [.leaveDesk(context.point, context.desk, of: context.officer.id)] : []
    }
}
