import Repatriation
import Terminal

/// Help given or declined: letters choose, Enter notes it. To one person, or to everybody of a
/// group but some.
struct GiveHelpScreen: Screen {
    private let person: Reception?
    private let group: Group?
    private var chosen: Set<HelpKind> = []
    private var isDeclined = false
    private var roll: [RollRow] = []
    /// Tickets of a group's people who are left out.
    private var except: Set<Int> = []

    private static let letters = Array(zip("abcdefghilmnopqrstuvwz", HelpKind.allCases))

    init(_ person: Reception) { (self.person, group) = (person, nil) }
    init(group: Group) { (person, self.group) = (nil, group) }

    var procedure: Procedure? { Procedure(.help, isOfPerson: true) }
    func title(_ context: Workplace) -> String {
        context.language("Apoyo", "Help") + (group.map { " · \($0.name)" } ?? "")
    }
    var queries: [any Query] { group.map { [RollOf($0.id)] } ?? [] }
    var unsaved: Bilingual? {
        chosen.isEmpty ? nil : Bilingual("los apoyos marcados.", "the help that is marked.")
    }
    static let table: KeyTable<Self> =
        [
            .key(.enter, "Anotar", "Note") { $0.give() }.unless(\.whyNotGiven),
            .key(.character("0"), "lo rechazó", "declined") {
                $0.isDeclined = true
                return []
            },
            .key(.backspace, "Empezar de nuevo", "Start over") {
                ($0.chosen, $0.isDeclined) = ([], false)
                return []
            },
            .key(.character("x"), "menos quién (grupo)", "but whom (group)") { $0.askWhom() }
                .unless { screen, _ in screen.group == nil ? .unheard : nil },
            .back,
        ]
        + letters.map { letter, kind in
            .key(.character(letter), kind.label.es, kind.label.en) {
                $0.chosen.insert(kind)
                return []
            }
        }

    private var whyNotGiven: Why? {
        chosen.isEmpty ? .says("Elija al menos un apoyo.", "Choose some help.") : nil
    }

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let group, let found = reply.answer(to: RollOf(group.id)) { roll = found.rows }
        if case .done(let done, _, _, _) = reply, done.act(GiveHelp.self) != nil { return [.pop] }
        return []
    }

    private func askWhom() -> [Step] {
        let screen = self
        return [
            .replace(
                FormScreen(
                    Bilingual("Menos quién", "But whom"), of: "group:\(group?.id.value ?? 0)",
                    [
                        FormField(
                            "except", "Fichas, separadas por espacios",
                            "Tickets, separated by spaces")
                    ]
                ) { values in [.replace(screen.leavingOut(values["except"] ?? ""))] })
        ]
    }

    private func leavingOut(_ text: String) -> GiveHelpScreen {
        var screen = self
        screen.except = Set(text.split { !$0.isNumber }.compactMap { Int($0) })
        return screen
    }

    private var kinds: [HelpKind] { HelpKind.allCases.filter(chosen.contains) }

    private var target: ChosenPeople? {
        if let person { return .people([person.id]) }
        let left = roll.filter { $0.reception.ticket.map(except.contains) == true }.map(
            \.reception.id)
        return group.map { .group($0.id, except: left) }
    }

    /// What takes money asks how much, of which fund, by which voucher.
    private func give() -> [Step] {
        guard let target else { return [] }
        var help = HelpGiven(kinds)
        help.isDeclined = isDeclined
        guard kinds.contains(where: \.takesMoney), !isDeclined else {
            return [.perform(.act(GiveHelp(to: target, help)))]
        }
        let given = help
        let build = { @Sendable (values: [String: String]) -> [Step] in
            var help = given
            help.amount = values["amount"].flatMap { Int($0) }
            (help.fund, help.voucher) = (values["fund"], values["voucher"])
            return [.perform(.act(GiveHelp(to: target, help)))]
        }
        let heading = Bilingual("Dinero o boleto", "Money or ticket")
        let fields = [
            FormField("amount", "Monto en pesos", "Amount in pesos", .number(0...1_000_000)),
            FormField("fund", "Fondo", "Fund"), FormField("voucher", "Vale o folio", "Voucher"),
        ]
        if let person {
            return [.replace(FormScreen(heading, about: person, fields, build: build))]
        }
        return [
            .replace(FormScreen(heading, of: "group:\(group?.id.value ?? 0)", fields, build: build))
        ]
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let language = context.language
        Subject.draw(person, on: &frame, context)
        if let group {
            let left = except.isEmpty ? "" : language(", menos ", ", but ")
            let tickets = except.sorted().map(String.init).joined(separator: " ")
            let words = Bilingual(
                "A todas las personas adentro del \(group.name)",
                "To everybody inside of \(group.name)")
            frame.put(
                TextWidth.fit(words(language) + left + tickets, frame.width - 4), row: 1, column: 2,
                Style(.title))
        }
        let state =
            isDeclined
            ? Bilingual("Se ofreció y no quiso", "Offered and declined")
            : Bilingual("Se le da", "Given")
        frame.put(state(language), row: 2, column: 2, Style(isDeclined ? .late : .muted))
        let rows = max(1, frame.height - 6)
        for (index, (letter, kind)) in GiveHelpScreen.letters.enumerated() {
            let column = 2 + index / rows * 30
            guard column + 20 < frame.width || index / rows == 0 else { continue }
            let row = 3 + index % rows
            let mark = chosen.contains(kind) ? "●" : " "
            frame.put(mark, row: row, column: column, Style(.accent))
            frame.put(String(letter), row: row, column: column + 2, Style(.key))
            frame.put(
                kind.label(language), row: row, column: column + 5,
                Style(chosen.contains(kind) ? .text : .muted))
        }
        frame.cursor = (3, 2)
        frame.isCursorVisible = true
    }
}

/// What did not come back, in two keys.
enum ClaimForm {
    static func of(_ person: Reception) -> FormScreen {
        FormScreen(
            Bilingual("Reclamo de pertenencias", "Claim for belongings"), about: person,
            note: Bilingual(
                "Si el autobús sigue en la línea, pida la bolsa ahora: es lo que más recupera.",
                "If the bus is still at the line, ask for the bag now: nothing recovers more."),
            [
                FormField(
                    "missing", "Qué falta", "What is missing", .many(.of(Property.self, "ditmro")),
                    required: true),
                FormField("tag", "Etiqueta", "Tag", value: person.tag ?? ""),
                FormField(
                    "amount", "Dinero, en dólares", "Money, in dollars", .number(0...1_000_000)),
                FormField("office", "Oficina de EUA", "US office"),
            ]
        ) { values in
            var claim = PropertyClaimed(
                Set(
                    (values["missing"] ?? "").split(separator: ",").compactMap {
                        Property(rawValue: String($0))
                    }))
            (claim.tag, claim.office) = (values["tag"], values["office"])
            claim.amount = values["amount"].flatMap { Int($0) }
            return [.perform(.act(ClaimProperty(person.id, claim)))]
        }
        .told(by: Procedure(.belongings, isOfPerson: true))
    }
}
