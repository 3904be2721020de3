import Repatriation
import Terminal

/// Who works where, what time it is, and how the screen is to be shown.
package struct Context: Sendable {
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
    /// How many times faster than a real one the clock runs.
    package var speed = 1
    /// Names, ages, routes and reasons are hidden.
    package var isCovered = false
    /// The officer's desk attends child protection: names of children alone may be shown.
    package var attendsOPI = false
    /// The officer has a password: a screen that is left long enough asks for it.
    package var hasPassword = false
    /// After how many minutes without a key a point's screens are closed.
    package var locks: [PointCode: Int] = [:]

    /// The same in seconds, where the officer works.
    package var secondsToLock: Int { 60 * (locks[point] ?? ReceivingPoint.usualLock) }
    /// The answers saved last at this desk, which F8 repeats; forgotten on signing out.
    var lastAnswers: [ProfileField: String] = [:]

    /// Somebody at a point and desk, with nothing hidden.
    package init(
        officer: Officer, point: PointCode, desk: Int, language: Language, now: Instant, zones: [PointCode: Zone],
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

    /// A name as this screen may show it.
    func shown(_ name: String) -> String { isCovered ? "•••••" : name }

    /// A name in a list of a point: elsewhere people are numbers, and their cards ask why they are opened.
    func shown(_ name: String, at place: PointCode) -> String { place == point ? shown(name) : "–" }

    /// Whether who this child is may not be shown here: a child alone, at a desk without child protection.
    func hides(_ person: Reception) -> Bool { hides(person.isChildAlone) }

    func hides(_ isChildAlone: Bool) -> Bool {
        isChildAlone && !attendsOPI && !officer.effectiveRoles.contains(.opi)
    }
}

/// A key with what it does here. Footer, help and palette are made from the same table that dispatches.
package struct Binding: Sendable, Equatable {
    /// What is pressed.
    package let key: Key
    /// What it does, as the footer says it.
    package let label: Bilingual

    /// A key with its words in both languages.
    package init(_ key: Key, _ es: String, _ en: String) {
        self.key = key
        label = Bilingual(es, en)
    }

    static func letter(_ letter: Character, _ es: String, _ en: String) -> Binding {
        Binding(.character(letter), es, en)
    }
}

/// One screen: its state, what it shows, and what its keys do. Pure.
package protocol Screen: Sendable {
    /// The words after GARITA in the first line.
    func title(_ context: Context) -> String
    /// The point it is about, when it is about one.
    var point: PointCode? { get }
    /// What it shows; asked for when it opens and whenever another desk has written.
    var queries: [Query] { get }
    /// Its keys, the most useful first.
    var bindings: [Binding] { get }
    /// Letters are text now.
    var isTyping: Bool { get }
    /// It is closed only after the longer pause of what is told behind a door.
    var isReserved: Bool { get }
    /// Something waits for the cursor to rest.
    var hasFresh: Bool { get }
    /// Something is bold that time will make plain again.
    var isSettling: Bool { get }
    /// What was typed or marked here and would be lost by leaving, in a few words; nil when nothing would.
    var unsaved: Bilingual? { get }
    /// Where what is typed here is kept until it is saved; nil where it is kept nowhere.
    var draft: DraftKey? { get }
    /// Takes an answer of the store.
    mutating func take(_ reply: Reply, _ context: Context) -> [Step]
    /// Takes a key that stands in `bindings`, or any key while typing.
    mutating func press(_ key: Key, _ context: Context) -> [Step]
    /// What is noted when the screen is left, whichever way.
    var farewell: [Effect] { get }
    /// The cursor has rested for two seconds.
    mutating func rest(_ context: Context)
    /// Time has passed.
    mutating func settle(_ context: Context)
    /// Draws rows `1 ..< frame.height - 2`.
    func draw(on frame: inout Frame, _ context: Context)
}

extension Screen {
    package var queries: [Query] { [] }
    package var point: PointCode? { nil }
    package var isTyping: Bool { false }
    package var isReserved: Bool { false }
    package var hasFresh: Bool { false }
    package var unsaved: Bilingual? { nil }
    package var draft: DraftKey? { nil }
    package var farewell: [Effect] { queries.filter(\.leavesTrace).map(Effect.left) }
    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] { [] }
    package var isSettling: Bool { false }
    package mutating func rest(_ context: Context) {}
    package mutating func settle(_ context: Context) {}
}

extension Screen {
    /// Both are of one kind and look at the same people.
    func isAboutTheSame(as other: any Screen) -> Bool {
        type(of: other) == Self.self && queries.contains(where: \.leavesTrace) && queries == other.queries
    }
}

/// The keys that mean the same on every screen.
package enum GlobalKeys {
    /// Where a screen does not use one of these it says so instead of doing something else.
    package static let all: [Binding] = [
        Binding(.function(1), "Ayuda", "Help"), Binding(.function(2), "Llamar", "Call"),
        Binding(.function(3), "Buscar", "Search"), Binding(.function(4), "Opciones", "Options"),
        Binding(.function(5), "Canalizar", "Refer"),
        Binding(.function(6), "Grupos", "Groups"), Binding(.function(7), "Salida", "Exit"),
        Binding(.function(8), "Igual que la anterior", "Same as before"), Binding(.function(9), "Más", "More"),
        Binding(.function(10), "Cerrar sesión", "Sign out"), Binding(.function(12), "Tapar", "Cover"),
        Binding(.control("t"), "Tapar", "Cover"), Binding(.control("l"), "Redibujar", "Redraw"),
        Binding(.control("p"), "Paleta", "Palette"), Binding(.control("c"), "Cancelar", "Cancel"),
        Binding(.control("z"), "Suspender", "Suspend"), Binding(.control("n"), "Siguiente aviso", "Next message"),
        Binding(.escape, "Atrás", "Back"),
    ]

    /// Whether a key does over a screen what it does everywhere; where not, only the screen itself may use it.
    static func isShared(_ key: Key, over screen: any Screen, at point: PointCode) -> Bool {
        let isFree = !screen.isTyping && point != .none
        switch key {
        case .function(2), .function(4), .function(7), .function(8): return false
        case .function(3): return isFree && !(screen is RollCallScreen)
        case .function(5):
            return isFree && !(screen is ReferralsScreen || screen is CareScreen || screen is CardScreen)
        case .function(6): return isFree && !(screen is GroupsScreen)
        case .control("n"): return !screen.isTyping
        default: return true
        }
    }

    /// Those that a screen has besides its own.
    static func shared(over screen: any Screen, at point: PointCode) -> [Binding] {
        let own = Set(screen.bindings.map(\.key))
        return all.filter { !own.contains($0.key) && isShared($0.key, over: screen, at: point) }
    }

    /// Letters and signs that stand for function keys where letters are not text.
    package static let aliases: [Key: Key] = [
        .character("?"): .function(1), .character("/"): .function(3), .character(":"): .control("p"),
        .character("q"): .escape,
    ]

    /// The letters of F9 that stand for function keys, for keyboards and terminals that eat those.
    package static let twins: [(Character, Int)] = [
        ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5), ("6", 6), ("7", 7), ("8", 8), ("0", 10), ("f", 12),
    ]
}
