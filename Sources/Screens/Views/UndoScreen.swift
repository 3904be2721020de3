import Repatriation
import Terminal

/// Taking back one's own last act, or one of the journal: what it was, whom it was about, and
/// Enter; or why not, and what to do instead.
struct UndoScreen: Screen {
    private var act: OwnAct?
    private let chosen: ActToUndo?
    /// Something else was done meanwhile: Enter must not fall on what was not read.
    private var isOvertaken = false
    private var isAsking = false

    /// What was done last, or this.
    init(_ act: Identifier<any Act>? = nil) { chosen = act.map(ActToUndo.init) }

    var queries: [any Query] { chosen.map { [$0] } ?? [LastOwnAct()] }

    private func answer(in reply: Reply) -> OwnAct?? {
        chosen.map { reply.answer(to: $0) } ?? reply.answer(to: LastOwnAct())
    }

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let found = answer(in: reply) {
            guard let act else { return show(found) }
            if found?.what != act.what {
                isOvertaken = chosen == nil && !isAsking
            } else {
                self.act = found
            }
        }
        switch reply {
        case .done(_, let done, _ as Undone, _):
            guard let act else { return [.pop] }
            let words = UndoScreen.told(act, context)
            let said =
                done == nil
                ? Bilingual("Ya estaba deshecho: \(words.es).", "Already undone: \(words.en).")
                : Bilingual("Deshecho: \(words.es).", "Undone: \(words.en).")
            return [.pop, .say(said, .message)]
        case .refused(let command?, _) where command.act is Undo: return [.pop]
        case .notDone(let command, _) where command.act is Undo: return [.pop]
        default: break
        }
        return []
    }

    private mutating func show(_ found: OwnAct?) -> [Step] {
        act = found
        guard found == nil else { return [] }
        let words =
            chosen == nil
            ? Bilingual("No hay nada suyo que deshacer.", "Nothing of yours to undo.")
            : Bilingual("Ese acto no se deshace aquí.", "That act is not undone here.")
        return [.pop, .say(words, .muted)]
    }

    var procedure: Procedure? { Procedure(.correct) }
    func title(_ context: Workplace) -> String {
        context.language("Deshacer", "Undo")
    }

    var rows: KeyTable<Self> {
        guard let act, !isOvertaken else { return UndoScreen.leave }
        if case .draft = act.what { return UndoScreen.bringBack }
        if act.refusal == nil { return UndoScreen.takeBack }
        return act.person == nil ? UndoScreen.leave : UndoScreen.openCard
    }

    private static let leave: KeyTable<Self> = [stay]
    private static let bringBack: KeyTable<Self> = [enter("Devolver", "Bring back"), stay]
    private static let takeBack: KeyTable<Self> = [enter("Deshacer", "Undo"), stay]
    private static let openCard: KeyTable<Self> = [enter("Abrir la ficha", "Open the card"), stay]

    private static var stay: KeyRow<Self> {
        .key(.escape, "Dejar", "Leave") { _ in [.pop] }
    }

    private static func enter(_ es: String, _ en: String) -> KeyRow<Self> {
        .key(.enter, es, en) { $0.goOn() }
    }

    private mutating func goOn() -> [Step] {
        guard let act else { return [] }
        if act.refusal != nil {
            return act.person.map { [.replace(CardScreen(reception: $0.id))] } ?? []
        }
        switch act.what {
        case .act(let id):
            isAsking = true
            return [.perform(.act(Undo(id)))]
        case .draft(let key): return [.pop, .effect(.discardDraft(key, isDiscarded: false))]
        }
    }

    /// «ficha 12, Luna Ruiz: pasó a baño».
    private static func told(_ act: OwnAct, _ context: Workplace) -> Bilingual {
        let who = act.person.map { Whom($0, asSent: true).words(context) }
        if case .draft(let key) = act.what {
            let form =
                key == key.person.map(DraftKey.interview)
                ? Bilingual("entrevista", "interview") : key.name
            let of = who.map { Bilingual(", \($0.es)", ", \($0.en)") } ?? Bilingual("", "")
            return Bilingual(
                "lo escrito en «\(form.es)»\(of.es)", "what was typed in «\(form.en)»\(of.en)")
        }
        let what = ActWords.of(act.events)
        guard let who, !who.es.isEmpty else {
            let group = act.group.map { "\($0): " } ?? ""
            return Bilingual(group + what.es, group + what.en)
        }
        let more = act.people - 1
        guard more > 0 else { return Bilingual("\(who.es) \(what.es)", "\(who.en) \(what.en)") }
        return Bilingual(
            "\(who.es) y \(more) más: \(what.es)", "\(who.en) and \(more) more: \(what.en)")
    }

    private func lines(_ act: OwnAct, _ context: Workplace) -> [(text: Bilingual, role: Role)] {
        let words = UndoScreen.told(act, context)
        // By the clock of the point where it was done, which is named where it is another.
        let elsewhere = act.point.flatMap { $0 == context.point ? nil : context.names[$0] }
        let at = [context.local(act.at, act.point).clock, elsewhere].compactMap { $0 }
            .joined(separator: " ")
        if isOvertaken {
            return [
                (
                    Bilingual(
                        "Ya hizo usted otra cosa después.", "You have done something else since."),
                    .late
                )
            ]
        }
        guard let refusal = act.refusal else {
            var verb = Bilingual("Deshacer", "Undo")
            if case .draft = act.what { verb = Bilingual("Devolver", "Bring back") }
            let asked = Bilingual(
                "\(verb.es): \(words.es) (\(at)).", "\(verb.en): \(words.en) (\(at)).")
            return [(asked, .text)] + (ActWords.restored(act).map { [($0, .info)] } ?? [])
        }
        var lines: [(text: Bilingual, role: Role)] = [
            (
                chosen == nil
                    ? Bilingual(
                        "Lo último suyo: \(words.es) (\(at)).",
                        "Your last act: \(words.en) (\(at)).")
                    : Bilingual("\(words.es) (\(at)).", "\(words.en) (\(at))."),
                .text
            ),
            (refusal.sentence, .late),
        ]
        if let obstacle = act.obstacle {
            let what = ActWords.of(obstacle.events)
            let hour = context.local(obstacle.at, act.point).clock
            lines.append(
                (
                    Bilingual(
                        """
                        Antes lo deshace \(obstacle.officer), que hizo después: \(what.es) \
                        (\(hour)).
                        """,
                        "First by \(obstacle.officer), who did after it: \(what.en) (\(hour))."),
                    .info
                ))
        }
        return lines
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        frame.cursor = (2, 2)
        frame.isCursorVisible = true
        guard let act else { return }
        var row = 2
        for line in lines(act, context) {
            row += frame.putWrapped(
                line.text(context.language), row: row, Style(line.role), above: frame.height - 2)
        }
    }
}

extension DraftKey {
    /// What the form is called, for whoever typed on it.
    fileprivate var name: Bilingual {
        let name = screen.split(separator: ":").last.map(String.init) ?? screen
        return Bilingual(name, name)
    }
}
