import Repatriation
import Terminal

/// The book of children («Libro de NNA»): one line a child, for the lead and child protection.
/// Opening it is recorded.
struct ChildBookScreen: Listing {
    private let place: PointCode
    private var span = ChildBookSpan.open
    private var book: ChildBook?
    var list = LiveList<ChildLine>()

    /// The book of one point; empty until the store answers.
    init(point: PointCode) { place = point }

    var point: PointCode? { place }
    var procedure: Procedure? {
        Procedure(.exit, lanes: [.child], alarms: [.childBook, .childWaiting, .childOnTheWay])
    }
    func title(_ context: Workplace) -> String {
        context.title(Bilingual("Libro de NNA", "Children's book"), at: place)
            + " · \(span.label(context.language))"
    }
    private var asked: ChildBookOf { ChildBookOf(place, span) }
    var queries: [any Query] { [asked] }
    static let table: KeyTable<Self> = [
        .on(.enter, "Ruta", "Lane") { [.push(LaneScreen($0.id))] },
        .on(.card) { [.push(CardScreen(reception: $0.id))] },
        .key(.tab, "Adentro, hoy, 30 días", "Inside, today, 30 days") { $0.turn() },
        .key(.print) { [.effect(.printBook($0.place, $0.span))] }, .back,
    ]

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if case .done(let command, _, _, _) = reply, command.act is any ReceptionAct {
            list.expectOwn()
        }
        guard let book = reply.answer(to: asked) else { return [] }
        list.take(book.lines)
        self.book = book
        return []
    }

    /// The next span.
    private mutating func turn() -> [Step] {
        let all = ChildBookSpan.allCases
        let left = farewell.map(Step.effect)
        span = all[((all.firstIndex(of: span) ?? 0) + 1) % all.count]
        (book, list) = (nil, LiveList())
        return left + [.effect(.load(asked, holds: true))]
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        frame.cursor = (1, 1)
        frame.isCursorVisible = true
        guard !context.isCovered, let book else { return }
        let columns = ChildBookColumns.shown(frame.width)
        var at = 2
        for column in columns {
            frame.put(column.head(context.language), row: 1, column: at, Style(.muted))
            at += column.width + 1
        }
        for (row, index) in list.window(frame.height - 5).enumerated() {
            let line = list.elements[index]
            if line.id == list.selected {
                frame.putCursor(row: 2 + row)
            }
            var at = 2
            for column in columns {
                let (text, role) = column.text(line, context)
                frame.put(TextWidth.fit(text, column.width), row: 2 + row, column: at, Style(role))
                at += column.width + 1
            }
        }
        let (words, role) = ChildBookColumns.foot(book)
        frame.put(
            words(context.language), row: frame.height - 3, column: 2, Style(role),
            limit: frame.width - 4)
    }
}

/// The columns of the book, also of its print.
enum ChildBookColumns {
    struct Column {
        let head: Bilingual
        let width: Int
        /// The narrowest screen that has it.
        let from: Int
        let text: @Sendable (ChildLine, Workplace) -> (String, Role)
    }

    static func shown(_ width: Int) -> [Column] { all.filter { $0.from <= width } }

    private static func hour(_ es: String, _ en: String, _ step: LaneStep, width: Int, from: Int)
        -> Column
    {
        Column(head: Bilingual(es, en), width: width, from: from) { line, context in
            guard let found = line.lanes.lines.first(where: { $0.step == step }) else {
                return ("—", .muted)
            }
            if let done = found.doneAt {
                return (context.local(done, line.child.point).clock, .text)
            }
            let isLate = line.child.isInside && found.isLate(at: context.now)
            return isLate ? (context.language("tarde", "late"), .late) : ("·", .muted)
        }
    }

    static let all: [Column] = [
        Column(head: Bilingual("Ficha", "Tick."), width: 5, from: 0) { line, _ in
            let number = line.child.ticket.map(String.init) ?? "–"
            return (String(repeating: " ", count: max(0, 5 - number.count)) + number, .title)
        },
        Column(head: Bilingual("Edad", "Age"), width: 4, from: 0) { line, _ in
            (
                (line.age.map(String.init) ?? "")
                    + (line.child.ageDoubtAt != nil || line.child.birth?.precision != .exact
                        ? "?" : ""),
                .text
            )
        },
        Column(head: Bilingual("Viene", "Comes"), width: 10, from: 72) { line, context in
            (ChildBookColumns.comes(line)(context.language), .text)
        },
        Column(head: Bilingual("Llegó", "Came"), width: 5, from: 60) { line, context in
            (line.child.receivedAt.map { context.local($0, line.child.point).clock } ?? "–", .text)
        },
        hour("OPI", "OPI", .opi, width: 5, from: 0),
        hour("Proc.", "Proc.", .procuraduria, width: 5, from: 0),
        hour("DIF av.", "DIF t.", .dif, width: 7, from: 0),
        hour("DIF ll.", "DIF a.", .difArrived, width: 7, from: 48),
        Column(head: Bilingual("Acta", "Record"), width: 8, from: 52) { line, context in
            guard let acta = line.lanes.acta else {
                return line.child.isAccompanied ? ("—", .muted) : ("·", .muted)
            }
            let number = String(acta.folio.split(separator: "-").dropLast().last ?? "")
            let isWhole = line.lanes.done(.actaCopy) != nil
            let mark = acta.deliveredAt == nil ? "✎" : isWhole ? "✓" : "½"
            return ("\(Int(number) ?? 0) \(mark)", acta.deliveredAt == nil ? .late : .text)
        },
        Column(head: Bilingual("2º", "2nd"), width: 3, from: 66) { line, _ in
            (line.second ?? "—", .muted)
        },
        Column(head: Bilingual("Entrega", "To"), width: 9, from: 78) { line, context in
            guard let exit = line.child.exit else { return ("—", .muted) }
            return (exit.label(context.language), .text)
        },
    ]

    static func comes(_ line: ChildLine) -> Bilingual {
        switch line.with {
        case nil: Bilingual("sola/o", "alone")
        case .parent?: Bilingual("con mamá/papá", "with parent")
        case .guardian?: Bilingual("con tutor", "guardian")
        default: Bilingual("separada/o", "separated")
        }
    }

    /// The counts that must agree, and what is pending of those who have left.
    static func foot(_ book: ChildBook) -> (Bilingual, Role) {
        let copies = book.lines.filter { line in
            line.lanes.acta != nil && line.lanes.done(.actaCopy) == nil && !line.child.isInside
        }.count
        let pending =
            copies == 0
            ? Bilingual("", "")
            : Bilingual(" · actas sin 2ª copia \(copies)", " · records without 2nd copy \(copies)")
        let doubt =
            book.unsettled == 0
            ? Bilingual("", "")
            : Bilingual(
                " (edad sin aclarar \(book.unsettled))", " (age not settled \(book.unsettled))")
        let agrees = book.inside == book.counted
        let mark = agrees ? "✓" : "≠"
        return (
            Bilingual(
                """
                NNA adentro: libro \(book.inside), conteo \(book.counted) \
                \(mark)\(doubt.es)\(pending.es)
                """,
                """
                Children inside: book \(book.inside), count \(book.counted) \
                \(mark)\(doubt.en)\(pending.en)
                """
            ),
            agrees ? .message : .critical
        )
    }
}
