import Repatriation
import Terminal

/// What a point has of each material, and the bags it keeps for somebody.
struct StoreRoomScreen: PointListing {
    typealias Asked = StoreRoomOf
    static let name = Bilingual("Material y bolsas", "Material and bags")
    let place: PointCode
    var procedure: Procedure? { Procedure(.help, .belongings, alarms: [.stockLow]) }
    var list = LiveList<StoreRoomLine>()

    static let table: KeyTable<Self> = [
        .on(.enter, "Contar, o entregar la bolsa", "Count, or hand the bag over") {
            screen, line, _ in
            switch line {
            case .stock(let thing, let known):
                [.push(StoreRoomForms.count(thing, known, screen.place))]
            case .bag(let kept): [.push(StoreRoomForms.give(kept))]
            }
        },
        .on(.card) { $0.person.map { [.push(CardScreen(reception: $0))] } ?? [] }
            .unless { $0.person == nil ? .unheard : nil },
        .back,
    ]

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        guard let new = answer(in: reply) else { return [] }
        let known = StockItem.things.map { thing in
            StoreRoomLine.stock(thing, new.stock.first { $0.item == thing })
        }
        list.take(known + new.bags.map(StoreRoomLine.bag))
        return []
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let language = context.language
        list.draw(on: &frame, from: 1, empty: "") { line, row, frame in
            switch line {
            case .stock(let thing, let known):
                frame.put(thing.label(language), row: row, column: 2)
                guard let known else {
                    let words = Bilingual("sin contar", "not counted")
                    frame.put(words(language), row: row, column: 24, Style(.muted))
                    return
                }
                frame.putRight(
                    String(known.count), row: row, before: 29, Style(known.isLow ? .late : .text))
                let at = known.countedAt.map { context.local($0, place) }
                let words = Bilingual(
                    "entregadas \(known.given) desde \(at?.clock ?? "–")",
                    "\(known.given) given since \(at?.clock ?? "–")")
                frame.put(
                    words(language), row: row, column: 31, Style(.muted), limit: frame.width - 31)
            case .bag(let kept):
                let shelf = language("bolsa en \(kept.bag.shelf)", "bag on \(kept.bag.shelf)")
                frame.put(TextWidth.cut(shelf, to: 20), row: row, column: 2)
                frame.putTicket(kept.person.ticket, row: row, before: 29)
                let name = Subject.name(kept.person, at: place, context)
                let words = context.isCovered ? name : "\(name) · \(kept.bag.cause.label(language))"
                frame.put(TextWidth.cut(words, to: max(0, frame.width - 32)), row: row, column: 31)
            }
        }
    }
}

/// A line of the store room.
enum StoreRoomLine: Sendable, Identifiable {
    case stock(HelpKind, StockItem?)
    case bag(KeptBag)

    /// Whose bag it is.
    var person: Identifier<Reception>? {
        if case .bag(let kept) = self { kept.person.id } else { nil }
    }

    /// One line a material and a bag.
    var id: String {
        switch self {
        case .stock(let kind, _): kind.rawValue
        case .bag(let kept): String(kept.bag.id.value)
        }
    }
}

/// Counting material; keeping and handing over a bag.
enum StoreRoomForms {
    static func count(_ thing: HelpKind, _ known: StockItem?, _ point: PointCode) -> FormScreen {
        FormScreen(
            thing.label, of: "point:\(point.text)",
            [
                FormField(
                    "count", "Cuántas hay", "How many there are", .number(0...99_999),
                    required: true),
                FormField(
                    "low", "Avisar cuando queden", "Tell when there are", .number(0...9999),
                    value: String(known?.low ?? 10)),
            ]
        ) { values in
            guard let count = values["count"].flatMap(Int.init) else { return [] }
            return [
                .perform(
                    .act(
                        SetStock(
                            at: point, thing, count: count, low: values["low"].flatMap(Int.init))))
            ]
        }
    }

    /// A bag that stays while its person is elsewhere.
    static func keep(_ person: Reception) -> FormScreen {
        FormScreen(
            Bilingual("Bolsa en custodia", "Bag kept"), about: person,
            [
                FormField(
                    "cause", "Por qué se queda", "Why it stays",
                    .options(.of(BagCause.self, "haln")), required: true),
                FormField("shelf", "Anaquel", "Shelf", required: true),
                FormField("tag", "Talón", "Tag", value: person.tag ?? ""),
            ]
        ) { values in
            guard let cause = values["cause"].flatMap(BagCause.init), let shelf = values["shelf"]
            else { return [] }
            return [.perform(.act(KeepBag(of: person.id, cause, shelf: shelf, tag: values["tag"])))]
        }
        .told(by: Procedure(.belongings, isOfPerson: true))
    }

    static func give(_ kept: KeptBag) -> FormScreen {
        FormScreen(
            Bilingual("Entregar la bolsa", "Hand the bag over"), about: kept.person,
            [
                FormField(
                    "receiver", "A quién (nombre e identificación)", "To whom (name and paper)",
                    required: true)
            ]
        ) { [.perform(.act(GiveBag(kept.bag.id, receiver: $0["receiver"] ?? "")))] }
        .told(by: Procedure(.belongings, isOfPerson: true))
    }
}
