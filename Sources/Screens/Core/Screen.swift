import Repatriation
import Terminal

/// Who works where, what time it is, and how the screen is to be shown.
package struct Workplace: Sendable {
    /// Who works.
    package var officer: Officer
    /// Where the officer works.
    package var point: PointCode
    /// The desk, 0 for a lead without one.
    package var desk: Int
    /// In which words are shown.
    package var language: Language
    /// What time it is.
    package var now: Instant
    /// The clock of each point.
    package var zones: [PointCode: Zone]
    /// What each point is called.
    package var names: [PointCode: String]
    /// Whether the store was made for practice.
    package var isDrill = false
    /// How many columns the screen has.
    package internal(set) var width = 80
    /// How many times faster than a real one the clock runs.
    package var speed = 1
    /// What is practised, and how its clock stands; nil where nothing is.
    package internal(set) var practice: PracticeState?
    /// Names, ages, routes and reasons are hidden.
    package var isCovered = false
    /// The officer's desk attends child protection: names of children alone may be shown.
    package var attendsOPI = false
    /// The officer has a password: a screen that is left long enough asks for it.
    package var hasPassword = false
    /// How each officer of this account wants their board.
    package var boards: [Identifier<Officer>: BoardSetting] = [:]
    /// How whoever works wants theirs.
    var board: BoardSetting { boards[officer.id] ?? BoardSetting() }
    /// What is written now stands at an hour for which nobody vouches.
    var isHourInDoubt = false
    /// After how many minutes without a key a point's screens are closed.
    package var locks: [PointCode: Int] = [:]

    /// The same in seconds, where the officer works.
    package var secondsToLock: Int { 60 * (locks[point] ?? ReceivingPoint.usualLock) }
    /// The sheet of the drawer that is being typed in, and the hour that stands on it: what is done
    /// meanwhile happened then.
    package var paper: FromPaper?
    /// The answers saved last at this desk, which F8 repeats; forgotten on signing out.
    var lastAnswers: [ProfileField: String] = [:]

    /// Somebody at a point and desk, with nothing hidden.
    package init(
        officer: Officer, point: PointCode, desk: Int, language: Language, now: Instant,
        zones: [PointCode: Zone],
        names: [PointCode: String]
    ) {
        self.officer = officer
        self.point = point
        self.desk = desk
        self.language = language
        self.now = now
        self.zones = zones
        self.names = names
    }

    func local(_ instant: Instant, _ point: PointCode? = nil) -> LocalTime {
        zones[point ?? self.point]?.local(instant) ?? LocalTime(secondsSinceEpoch: instant.seconds)
    }

    /// A name as this screen may show it: none while it is covered, of a child alone only in the
    /// child lane. In a list of a point elsewhere people are numbers, and their cards ask why they
    /// are opened.
    func shown(_ name: ShownName, at place: PointCode? = nil) -> ShownName {
        if isCovered { return .covered }
        if hides(name) { return .childAlone(nil) }
        if let place, place != point { return .elsewhere }
        return name
    }

    /// In the words of the screen.
    func words(_ name: ShownName, at place: PointCode? = nil) -> String {
        shown(name, at: place).words(language)
    }

    /// Whether who this child is may not be shown here: a child alone, at a desk without child
    /// protection.
    func hides(_ name: ShownName) -> Bool { name.isOfChildAlone && !isOfLane }

    func hides(_ person: Reception) -> Bool { person.isChildAlone && !isOfLane }

    private var isOfLane: Bool { attendsOPI || officer.effectiveRoles.contains(.opi) }
}

/// A key with what it does here, in both languages.
package struct Binding: Sendable, Equatable {
    /// What is pressed.
    package let key: Key
    /// What it does, as the footer says it.
    package let label: Bilingual

    init(_ key: Key, _ label: Bilingual) {
        self.key = key
        self.label = label
    }

    init(_ key: Key, _ es: String, _ en: String) { self.init(key, Bilingual(es, en)) }
}

/// A key as it is shown: dim where it does nothing now and says why.
struct Offer: Sendable {
    let binding: Binding
    var isDim = false

    /// How its key looks.
    var key: Style { Style(isDim ? .muted : .key) }
    /// How its words look where they stand in a list.
    var words: Style { Style(isDim ? .muted : .text) }
}

/// One screen: its state, what it shows, and what its keys do. Pure.
package protocol Screen: Sendable {
    /// The words after GARITA in the first line.
    func title(_ context: Workplace) -> String
    /// The point it is about, when it is about one.
    var point: PointCode? { get }
    /// Its cursor goes from point to point: the hour in the first line stays that of where one sits.
    var isOfAllPoints: Bool { get }
    /// It shows what has passed: nothing is done on it, nor taken back.
    var isPast: Bool { get }
    /// What it asks before anything is opened from it: that says so, in the place of what it was.
    var question: Why? { get }
    /// What of the procedure it is for; nil where that is what the screen below is for.
    var procedure: Procedure? { get }
    /// What it shows; asked for when it opens and whenever another desk has written.
    var queries: [any Query] { get }
    /// Its commands, the most useful first.
    static var table: KeyTable<Self> { get }
    /// Those that there are as it stands now.
    var rows: KeyTable<Self> { get }
    /// The same without what they do.
    var places: KeyPlaces { get }
    /// Letters are text now.
    var isTyping: Bool { get }
    /// The field that the cursor stands in; nil where it stands in none.
    var field: Bilingual? { get }
    /// It is closed only after the longer pause of what is told behind a door.
    var isReserved: Bool { get }
    /// What is pressed on it is shown to nobody.
    var isSecret: Bool { get }
    /// Something waits for the cursor to rest.
    var hasFresh: Bool { get }
    /// Something is bold that time will make plain again.
    var isSettling: Bool { get }
    /// What was typed or marked here and would be lost by leaving, in a few words; nil when nothing
    /// would.
    var unsaved: Bilingual? { get }
    /// Where what is typed here is kept until it is saved; nil where it is kept nowhere.
    var draft: DraftKey? { get }
    /// Takes an answer of the store.
    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step]
    /// Takes a key; nil where it is none of this screen.
    mutating func press(_ key: Key, _ context: Workplace) -> [Step]?
    /// Takes a key that has no row: one that moves, or any while typing.
    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step]
    /// What is noted when the screen is left, whichever way.
    var farewell: [Effect] { get }
    /// The cursor has rested for two seconds.
    mutating func rest(_ context: Workplace)
    /// Time has passed.
    mutating func settle(_ context: Workplace)
    /// Draws rows `1 ..< frame.height - 2`.
    func draw(on frame: inout Frame, _ context: Workplace)
}

extension Screen {
    package var queries: [any Query] { [] }
    package var point: PointCode? { nil }
    package var question: Why? { nil }
    package var isTyping: Bool { false }
    package var field: Bilingual? { nil }
    package var isReserved: Bool { false }
    package var isSecret: Bool { isReserved }
    package var isOfAllPoints: Bool { false }
    package var isPast: Bool { false }
    package var hasFresh: Bool { false }
    package var unsaved: Bilingual? { nil }
    package var draft: DraftKey? { nil }
    package var farewell: [Effect] { queries.filter(\.leavesTrace).map(Effect.left) }
    package mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] { [] }
    package var isSettling: Bool { false }
    package mutating func rest(_ context: Workplace) {}
    package mutating func settle(_ context: Workplace) {}
    package static var table: KeyTable<Self> { [] }
    package var rows: KeyTable<Self> { Self.table }
    package var places: KeyPlaces { rows.places }
    package mutating func press(_ key: Key, _ context: Workplace) -> [Step]? {
        dispatch(key, context)
    }
    package mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] { [.unheard] }
}

extension Screen {
    /// Its keys with their words.
    package var bindings: [Binding] { rows.rows.map(\.binding) }

    /// The same as footer, help and palette show them: dim where they do nothing now.
    func offers(
        _ context: Workplace, first most: Int = .max, where isMeant: (Key) -> Bool = { _ in true }
    ) -> [Offer] {
        var offers: [Offer] = []
        for row in rows.rows where offers.count < most && isMeant(row.binding.key) {
            offers.append(Offer(binding: row.binding, isDim: row.why(self, context) != nil))
        }
        return offers
    }

    /// Whether a key does something else here than on every screen, or says why not.
    func has(_ key: Key) -> Bool { places.isOwn(key) }

    /// Does what the key's row says; without one it moves, or is typed.
    mutating func dispatch(_ key: Key, _ context: Workplace) -> [Step]? {
        if let row = rows[key] { return row.press(&self, context) }
        return isTyping || Moves.isMove(key) ? moveOrType(key, context) : nil
    }

    /// Both are of one kind and look at the same people.
    func isAboutTheSame(as other: any Screen) -> Bool {
        type(of: other) == Self.self && queries.contains(where: \.leavesTrace)
            && queries.elementsEqual(other.queries) { $0.isSame(as: $1) }
    }
}
