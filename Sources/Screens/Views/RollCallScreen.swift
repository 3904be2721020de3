import Repatriation
import Terminal

/// The roll call of a group: one letter a person, the cursor goes to the next unticked row.
struct RollCallScreen: Listing {
    let group: Identifier<Group>
    var list = LiveList<RollRow>()
    var line: GroupLine?
    var digits = ""
    /// The number that the last digits went to.
    private var jumped: Int?
    /// The numbers that the paper has twice.
    var doubled: Set<Int> = []
    var filter: String?
    /// Nobody on the list is called so: the cursor is on somebody else.
    var findsNobody = false
    /// Whom the cursor goes to when the roll comes anew.
    private var wanted: Identifier<Reception>?
    let asksHealth: Bool
    var recent = Recent<Identifier<Reception>, Tick>()
    /// Who of those still on the list must not be overlooked, in the words of the line below them.
    var inSight: Bilingual?

    /// What another officer's work changes in a row.
    struct Tick: Equatable {
        let stage: Stage
        let belongings: Belongings?
        let receivedBy: String?
    }

    /// With `asksHealth` the question that comes before the list stands above it.
    init(group: Identifier<Group>, asksHealth: Bool = false) {
        self.group = group
        self.asksHealth = asksHealth
    }

    var point: PointCode? { line?.group.point }
    var procedure: Procedure? {
        Procedure(.rollCall, .arrive, .balance, alarms: [.unlocated, .notBalanced])
    }
    func title(_ context: Workplace) -> String {
        let name = line?.group.name ?? ""
        let office = line?.group.office.map { " · \($0)" } ?? ""
        return context.language("Pase de lista", "Roll call") + " · \(name)\(office)"
    }

    var queries: [any Query] { [RollOf(group)] }
    var isSettling: Bool { recent.isSettling }
    mutating func settle(_ context: Workplace) { recent.settle(context) }
    var isTyping: Bool { filter != nil }
    var rows: KeyTable<Self> {
        filter == nil ? RollCallScreen.table : RollCallScreen.searching
    }

    static let table: KeyTable<Self> =
        [
            .on(.all) { screen, row, _ in screen.receive(row, .all) },
            .on(.part) { screen, row, _ in screen.receive(row, .part) },
            .on(.allMissing) { screen, row, _ in screen.receive(row, Belongings.none) },
            .on(.hadNone) { screen, row, _ in screen.receive(row, .hadNone) },
            .on(.didNotCome) { [.push(Menus.absence($0.reception))] },
            .key(.add) { [.push(PersonForms.offList($0.group))] },
            .on(.childAlone) { [$0.childAlone($1.reception, $2)] },
            .on(.health) {
                [.perform(.act(Triage($0.id, ($0.reception.flags ?? []).union([.medical]))))]
            },
            .on(.foreign) { [.push(Menus.foreign($0.reception, .foreign))] }
                .unless {
                    [.listed, .noShow].contains($0.reception.stage)
                        ? .says("Primero se recibe: t, p, s o v.", "Received first: t, p, s or v.")
                        : nil
                },
            .on(.pending) { [.push(Menus.pending($0.reception))] },
            .key(.list) {
                $0.line.map { [.push(ListScreen(point: $0.group.point, into: $0))] } ?? []
            },
            .key(.fromSheet) { $0.line.map { [.push(GroupForms.sheet($0))] } ?? [] },
            .key(.inRoom) { $0.line.map { [.push(GroupForms.count($0, .room))] } ?? [] },
            .key(.atLine) { $0.line.map { [.push(GroupForms.count($0, .line))] } ?? [] },
            .key(.balance) { $0.line.map { [.push(GroupForms.balance($0))] } ?? [] },
            .key(.sheet) { [.effect(.printSheet($0.group))] }
                .unless { $0.line?.group.point == $1.point ? nil : .printsElsewhere },
            .on(.found) { [.push(PersonForms.found($0.reception))] }
                .unless {
                    $0.reception.isUnlocated || $0.reception.isOnTheWay ? nil : .nobodyLooks
                },
            .key(.hint) { _ in [] }.unless { _, _ in
                .says("«x» es no llegó.", "«x» is did not come.")
            },
            .showNew,
            .key(.function(3), "Buscar", "Search") {
                $0.filter = ""
                return []
            },
            .on(.enter, "Abrir", "Open") { [.push(CardScreen(reception: $0.id))] },
            .key(.backspace, "Borrar número", "Clear number") { _ in [] }
                .unless { screen, _ in screen.digits.isEmpty ? .unheard : nil },
        ]
        + "0123456789".map { digit in
            .key(.character(digit), "va al nº", "go to no.") {
                $0.type(digit)
                return []
            }
        }

    /// Any other key that is no text leaves the search as well.
    private static let searching: KeyTable<Self> = [
        .key(.enter, "Elegir", "Choose") { $0.leaveSearch() }.unless(\.whyNotChosen),
        .key(.escape, "Atrás", "Back") { $0.leaveSearch() },
    ]

    func barred(_ context: Workplace) -> Why? { list.current == nil ? .isGone : nil }

    private mutating func follow(_ command: Command, _ changed: Bool, _ result: any Outcome) {
        // The cursor goes to the person just added: the next letter is about them.
        if command.act(AddOffList.self)?.group == group { wanted = (result as? Added)?.reception }
        // Only what was done moves the cursor: an Esc in the menu, or a full disk, leaves it where
        // it was.
        let ticked = command.act(NoShow.self)?.reception ?? command.act(Receive.self)?.reception
        if let ticked, ticked == list.selected { toNextUnticked(from: list.index ?? 0) }
        // Whose act was taken back is under the cursor: the next letter is about them.
        if changed { wanted = (result as? Undone)?.reception ?? wanted }
    }

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if case .done(let command, let act, let result, _) = reply {
            follow(command, act != nil, result)
        }
        guard let roll = reply.answer(to: RollOf(group)) else { return [] }
        let rows = roll.rows
        let isFirst = line == nil
        line = roll.line
        // A roll keeps the order of the list: additions come at its end and move nobody.
        list.update(rows, adopt: true)
        let numbers = Dictionary(grouping: rows.compactMap(\.reception.listNumber)) { $0 }
        doubled = Set(numbers.filter { $0.value.count > 1 }.keys)
        let ticks = rows.map {
            (
                $0.id,
                Tick(
                    stage: $0.reception.stage, belongings: $0.reception.belongings,
                    receivedBy: $0.receivedBy)
            )
        }
        recent.update(Dictionary(ticks, uniquingKeysWith: { first, _ in first }), at: context.now)
        let waiting = rows.lazy.filter { $0.reception.stage == .listed }
        inSight = RollCallScreen.inSight(waiting, on: context.local(context.now, point).day)
        if isFirst { toNextUnticked(from: -1) }
        if let wanted { list.select(wanted) }
        wanted = nil
        return []
    }

    private static let figures: ClosedRange<UInt8> = 0x30...0x39

    mutating func press(_ key: Key, _ context: Workplace) -> [Step]? {
        let steps = dispatch(key, context)
        if case .character(let letter) = key, let figure = letter.asciiValue,
            RollCallScreen.figures.contains(figure)
        {
            return steps
        }
        digits = ""
        jumped = nil
        return steps
    }

    /// Digits go to the number of the paper that they make.
    private mutating func type(_ digit: Character) {
        let greatest = list.elements.compactMap(\.reception.listNumber).max() ?? 0
        digits =
            digits.count >= max(2, String(greatest).count) ? String(digit) : digits + String(digit)
        if let number = Int(digits) { goTo(number) }
    }

    /// The child lane is not left by a key, so that an adult by the list's date is asked about
    /// first.
    private func childAlone(_ person: Reception, _ context: Workplace) -> Step {
        let mark = Step.perform(
            .act(Triage(person.id, (person.flags ?? []).union([.unaccompaniedChild]))))
        guard let age = person.age(on: context.local(context.now, point).day), age >= 18 else {
            return mark
        }
        return .push(
            MenuScreen(
                Bilingual("¿Menor de 18?", "Under 18?"), about: person,
                note: Bilingual(
                    """
                    Su fecha dice \(age) años. Si dice ser menor, o lo parece, entra a la ruta \
                    NNA, que sólo termina con DIF.
                    """,
                    """
                    The date says \(age). If they say or seem to be under 18 they enter the child \
                    lane, which only DIF ends.
                    """
                ),
                [
                    .init(
                        "m", "dice o parece ser menor", "says or seems to be under 18", [mark])
                ]))
    }

    /// Children, the ill and the doubtful by the paper's numbers: read once an answer, not at every
    /// key.
    private static func inSight(_ waiting: some Sequence<RollRow>, on day: CivilDate) -> Bilingual {
        let seen: [(Bilingual, (Reception) -> Bool)] = [
            (Bilingual("Menores:", "Under 18:"), { ($0.age(on: day) ?? 99) < 18 }),
            (
                Bilingual("Salud:", "Health:"),
                { !$0.suggested.isDisjoint(with: [.medical, .pregnant, .disability]) }
            ),
            (
                Bilingual("Por revisar:", "To check:"),
                { $0.birth?.precision != .exact || $0.isUnidentified }
            ),
        ]
        let parts = seen.compactMap { words, isMeant -> Bilingual? in
            let found = waiting.filter { isMeant($0.reception) }
            guard !found.isEmpty else { return nil }
            let numbers = found.map { $0.reception.listNumber.map(String.init) ?? "+" }
                .joined(separator: ",")
            return Bilingual("\(words.es) \(numbers)", "\(words.en) \(numbers)")
        }
        return parts.joined(" · ")
    }

    /// Keys are idempotent: a tick on somebody received says who received them and changes nothing.
    private mutating func receive(_ row: RollRow, _ belongings: Belongings) -> [Step] {
        // Whoever comes from another point was received there, and is received here anew.
        let isHere = row.reception.receivedAt != nil && !row.reception.isOnTheWay
        if isHere, row.reception.belongings != nil {
            toNextUnticked(from: list.index ?? 0)
            let who = "\(row.receivedBy ?? "") \(row.receivedAt?.clock ?? "")"
            return [.say(Bilingual("Ya la recibió \(who).", "Already received by \(who)."), .muted)]
        }
        return [.perform(.act(Receive(row.reception.id, belongings, tag: nil)))]
    }

    /// To the person with a number of the paper; where the paper has it twice, the same number
    /// again goes to the next.
    private mutating func goTo(_ number: Int) {
        let found = list.elements.filter { $0.reception.listNumber == number }
        guard !found.isEmpty else { return }
        let current = jumped == number ? found.firstIndex { $0.id == list.selected } ?? -1 : -1
        list.select(found[(current + 1) % found.count].id)
        jumped = number
    }

    private mutating func toNextUnticked(from index: Int) {
        let next = list.elements.indices.first {
            $0 > index && list.elements[$0].reception.stage == .listed
        }
        if let next { list.select(index: next) }
    }

    private var whyNotChosen: Why? {
        findsNobody ? .says("Nadie con eso en esta lista.", "Nobody with that on this list.") : nil
    }

    private mutating func leaveSearch() -> [Step] {
        (filter, findsNobody) = (nil, false)
        return []
    }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        switch key {
        case _ where filter == nil: list.move(by: Moves.amount(key) ?? 0)
        case .character(let letter):
            filter?.append(letter)
            let wanted = NameText.folded(filter ?? "")
            let found = list.elements.first { row in
                let listed = RollCallScreen.name(row.reception, context).name?.listed ?? ""
                return NameText.folded(listed).split(separator: " ").contains {
                    $0.hasPrefix(wanted)
                }
            }
            if let found { list.select(found.id) }
            findsNobody = found == nil
        case .backspace:
            _ = filter?.popLast()
            findsNobody = false
        default: return dispatch(.enter, context) ?? []
        }
        return []
    }
}
