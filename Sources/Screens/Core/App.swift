import Repatriation
import Terminal

/// The whole front end: a stack of screens, a message line and the keys that are the same
/// everywhere.
///
/// Keys wait in order while a command or an answer is under way, so that nothing typed ahead is
/// lost or falls on something that was not there when it was pressed.
package struct App: Sendable {
    /// Who works where, what time it is, and how screens are shown.
    package internal(set) var context: Workplace
    var stack: ScreenStack
    /// Those that are open, the one on top last.
    package var screens: [any Screen] { stack.screens }
    var messages: [Said] = []
    var waitingKeys: [Key] = []
    /// How many questions were asked so far.
    private var asked = 0
    /// Those for whose answers keys wait.
    private var awaited: Set<Int> = []
    /// What the screen on top was asked of the store last.
    private var loaded: (screen: Int, queries: [any Query], asked: Int)?
    /// Another screen came on top, of which nothing was asked yet.
    var isTopNew = false
    var isBusy = false
    /// Who holds the store that is waited for; nil until that is told.
    var holder: Holder?
    /// For how many minutes the store could not be looked at; nil when it can.
    var staleMinutes: Int?
    var lastKey = 0
    /// Milliseconds since the program began by a clock that only goes forward: the wall clock may
    /// be set meanwhile.
    package private(set) var steady = 0
    /// Somebody has to sign in before anything else.
    var gate: Gate?
    /// Nobody is signed in: there is nothing to go back to.
    var isOut = false
    /// Where whoever signs in next at this terminal sits down.
    var seat: Seat?
    /// Esc was pressed once over something typed: once more discards it.
    var isDiscarding = false
    /// Something was refused that is not on the screen yet: keys meant for what would have come are
    /// not taken.
    var isRefusalUnseen = false
    /// The key that is being answered.
    var pressed = Key.escape
    /// The guided tour that is on; nil where none is.
    package internal(set) var tour: Tour?
    /// The keys that stand in the corner; nil where they are not shown.
    var pressedKeys: PressedKeys?
    /// What was left last with something typed or marked on it, which `u` brings back.
    var dropped: (any Screen)?

    /// Opens on one screen.
    package init(context: Workplace, home: any Screen) {
        self.context = context
        stack = ScreenStack(home)
    }

    /// Opens on a screen over the way in.
    package init(context: Workplace, home: any Screen, over screen: any Screen) {
        self.init(context: context, home: home)
        stack.push(screen)
    }

    /// Whether the officer has a password to ask for.
    package mutating func setHasPassword(_ has: Bool) { context.hasPassword = has }

    /// What to ask when the program starts.
    package mutating func start() -> [Effect] { load(queries()) }

    /// Counts an effect that the surroundings start by themselves, so that keys wait for it too.
    package mutating func queued(_ effect: Effect) -> Effect { ask(effect, for: stack.numbers) }

    /// What is asked has a number by which its answer finds who asked.
    mutating func ask(_ effect: Effect, for hearers: [Int]) -> Effect {
        guard effect.isAnswered else { return effect }
        asked += 1
        if effect.holdsKeys { awaited.insert(asked) }
        return .asked(Request(number: asked, hearers: hearers), effect)
    }

    /// The hour, and how long the program has run, before keys are taken.
    package mutating func setNow(_ now: Instant, steady: Int) {
        context.now = now
        self.steady = steady
        coverWhenLeft()
        lockWhenLeft()
    }

    /// How a practice stands; what has happened since is said, and rings once.
    package mutating func setPractice(_ practice: PracticeState) -> [Effect] {
        guard practice != context.practice else { return [] }
        let known = context.practice?.told.count ?? 0
        let wasOver = context.practice?.isOver
        context.practice = practice
        context.speed = practice.speed
        stack[screens.count - 1].settle(context)
        let new = practice.told.dropFirst(known)
        for told in new {
            let said = Said(Bilingual(told.synopsis, told.synopsis), .info)
            messages.insert(said, at: told.isSaid ? 0 : messages.count)
        }
        if practice.isOver, !(wasOver ?? false) {
            messages.append(
                Said(Bilingual("La práctica terminó.", "The practice is over."), .info))
        }
        return new.isEmpty ? [] : [.bell]
    }

    /// How wide the terminal is: what there is room for beside a board is asked for only then.
    package mutating func setWidth(_ width: Int) -> [Effect] {
        guard width != context.width else { return [] }
        context.width = width
        stack[screens.count - 1].settle(context)
        return load(queries(), holds: false)
    }

    /// Nothing is under way and no key waits: what tests wait for.
    package var isIdle: Bool { awaited.isEmpty && waitingKeys.isEmpty }
    /// Whether a two-second rest would change the screen.
    package var wantsRest: Bool { screens.last?.hasFresh ?? false }
    /// Whether something bold becomes plain again by itself.
    package var isSettling: Bool { screens.last?.isSettling ?? false }
    /// Takes one message and says what is to be done.
    package mutating func update(_ message: Message) -> [Effect] {
        let effects = hear(message)
        if awaited.isEmpty { goOnWithTour() }
        return effects
    }

    private mutating func hear(_ message: Message) -> [Effect] {
        switch message {
        case .key(let key):
            if screens.last is any Poster { return key == .control("c") ? [.quit] : [] }
            lastKey = steady
            if gate == nil, let effects = cover(by: key) { return effects }
            waitingKeys.append(key)
            // A key that means the same everywhere is meant wherever it falls.
            isRefusalUnseen = isRefusalUnseen && key.actsOnWhatIsShown
            if isRefusalUnseen { dropTypedAhead() }
            return drain()
        case .tick(let now, let steady):
            let minute = context.now.seconds / 60
            setNow(now, steady: steady)
            stack[screens.count - 1].settle(context)
            if secondsWithoutKey >= 2 { stack[screens.count - 1].rest(context) }
            // Waits, clocks and what falls due go on while nobody writes.
            guard gate == nil, now.seconds / 60 != minute else { return [] }
            return loadAgain()
        case .reply(let reply, let request):
            if let request { awaited.remove(request.number) }
            return take(reply, to: request)
        case .changed:
            // Answers to live changes do not hold keys back: the screen shown is still the one that
            // keys are for.
            return loadAgain()
        case .resized: return []
        case .storeBusy(let isBusy):
            self.isBusy = isBusy
            if !isBusy { holder = nil }
            return []
        case .storeHeld(let holder):
            self.holder = holder
            return []
        case .stale(let minutes):
            staleMinutes = minutes
            return []
        }
    }

    /// A key that covers or uncovers is noted as every other; nil when it is for the screen.
    private mutating func cover(by key: Key) -> [Effect]? {
        noteCover(key)
        guard let effects = uncover(key) else { return nil }
        noteKey(key)
        return effects
    }

    /// Covering the screen cannot wait for anything; nil when the key is for the screen.
    ///
    /// However it was covered, any key uncovers it and does nothing else; inside a field what is
    /// typed is typed.
    private mutating func uncover(_ key: Key) -> [Effect]? {
        guard context.isCovered else {
            return key == .function(12) || key == .control("t") ? cover() : nil
        }
        context.isCovered = false
        isDiscarding = false
        return screens.last?.isTyping == true && key.isText ? nil : []
    }

    /// What the screen on top is asked of the store; nothing while nobody is before it.
    func queries() -> [any Query] {
        isOut || gate?.purpose == .back ? [] : screens.last?.queries ?? []
    }

    /// Asks for what the screen on top shows.
    mutating func load(_ queries: [any Query], holds: Bool = true) -> [Effect] {
        let effects = queries.map { ask(.load($0, holds: holds), for: [stack.top]) }
        loaded = (stack.top, queries, asked)
        isTopNew = false
        return effects
    }

    /// Asks for what is shown because time has passed or others have written, and whether an hour
    /// in doubt still is.
    private mutating func loadAgain() -> [Effect] {
        let effects = load(queries(), holds: false)
        guard context.isHourInDoubt, !isOut else { return effects }
        return effects + [ask(.load(HourInDoubt(), holds: false), for: [])]
    }

    /// Asks for it anew after one's own act, unless that was done since it was given: what was
    /// asked later is answered later, with the act in it.
    mutating func reload(after request: Request?) -> [Effect] {
        let queries = queries()
        if let request, let loaded, loaded.screen == stack.top,
            loaded.queries.elementsEqual(queries, by: { $0.isSame(as: $1) }),
            loaded.asked > request.number
        {
            return []
        }
        return load(queries)
    }

    /// Takes waiting keys. What an answer has just said is not wiped by a key that was typed before
    /// it was seen.
    mutating func drain(keepingMessages: Bool = false) -> [Effect] {
        var effects: [Effect] = []
        while awaited.isEmpty, gate?.isAsking != true, !waitingKeys.isEmpty {
            let key = waitingKeys.removeFirst()
            lastKey = steady
            let said = messages
            noteKey(key)
            effects += gate == nil ? pressOnTour(key) : pressGate(key)
            if awaited.isEmpty { goOnWithTour() }
            if keepingMessages && messages.isEmpty { messages = said }
        }
        return effects
    }
}
