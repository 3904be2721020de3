import Repatriation
import Terminal

/// What screens want done: the stack, the seat, and what goes to the store.
extension App {
    /// What one officer did is not the next one's to take back.
    mutating func forgetActs() {
        dropped = nil
        context.paper = nil
        messages = []
    }

    /// What is noted when screens are left, by whoever looked.
    private func farewell(of screens: some Sequence<any Screen>) -> [Effect] {
        screens.flatMap(\.farewell).map { .by(context.officer.id, $0) }
    }

    /// Does what the screen on top, or the program, wants; what is then on top is asked for once,
    /// after what was done on the way to it.
    mutating func run(_ steps: [Step]) -> [Effect] {
        let effects = carryOut(steps, for: stack.numbers)
        return isTopNew ? effects + load(queries()) : effects
    }

    mutating func carryOut(_ steps: [Step], for hearers: [Int]) -> [Effect] {
        var effects: [Effect] = []
        for step in steps {
            switch step {
            case .effect(let effect): effects.append(ask(dated(effect), for: hearers))
            case .capture(let paper): context.paper = paper
            case .push(let screen):
                effects += open(screen)
            case .replace(let screen):
                effects += farewell(of: [stack.pop()]) + open(screen)
            case .pop:
                if screens.count > 1 { effects += farewell(of: [stack.pop()]) }
                isTopNew = true
            case .seat(let point, let desk):
                context.point = point
                context.desk = desk
                context.attendsOPI = false
            case .key(let key): waitingKeys.insert(key, at: 0)
            case .home:
                context.lastAnswers = [:]
                effects += farewell(of: stack.leaveToFirst())
                isTopNew = true
            case .now(let make): effects += carryOut([make(context.now)], for: hearers)
            case .say(let words, let role): messages = [Said(words, role)]
            case .wantBoard(let setting):
                context.boards[context.officer.id] = setting
                effects.append(.keepBoard(context.officer.id, setting))
            case .unheard: messages = [Said(App.unheard(pressed), .muted)]
            case .gate(let purpose, let about):
                gate = Gate(purpose, nil, about: about)
                effects.append(askWhoSigns())
            case .prove(let purpose, let about): gate = Gate(purpose, Signer(context), about: about)
            }
        }
        return effects
    }

    /// While a sheet is typed in, what has a place on one happened at its hour.
    private func dated(_ effect: Effect) -> Effect {
        guard let paper = context.paper, case .perform(var command) = effect,
            LateEntry.acts.contains(command.name)
        else { return effect }
        command.paper = paper
        return .perform(command)
    }

    mutating func askWhoSigns() -> Effect { ask(.load(SignersHere(), holds: true), for: []) }

    /// Of two screens about the same the newer stays: whom one looks at is looked at once.
    private mutating func open(_ screen: any Screen) -> [Effect] {
        let twins = stack.remove { $0.isAboutTheSame(as: screen) }
        stack.push(screen)
        isTopNew = true
        return farewell(of: twins)
    }

    /// The point that the screens are about: the topmost that names one, else where the officer
    /// works.
    var point: PointCode { screens.last { $0.point != nil }?.point ?? context.point }
}
