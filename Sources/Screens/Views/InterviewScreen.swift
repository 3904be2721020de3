import Repatriation
import Terminal

/// The interview: sections at the left with what is done, the questions of one at the right, always
/// in their place.
///
/// The minimum comes first, in the order that costs least; Enter on its last question saves. `PgDn`
/// goes on.
struct InterviewScreen: Screen {
    private let person: Reception
    private let isPeak: Bool
    private let today: CivilDate
    private var form: Form
    private var saving: Command?
    private let card: Card
    private var likeness = Likeness()
    /// The names of places asked for last.
    private var asked: PlacesLike?

    /// The name of the field that keeps how the privacy notice was given.
    private static let notice = "notice"

    /// With the answers of whoever was interviewed before at this desk, for F8.
    init(_ card: Card, last: [ProfileField: String] = [:]) {
        self.card = card
        person = card.reception
        isPeak = card.isPeak
        likeness = Likeness(card.matches)
        today = card.today
        let (person, today, isPeak) = (person, today, isPeak)
        form = Form(InterviewFields.all(card, last)) {
            InterviewScreen.askWhatHolds(&$0, person, today, isPeak)
        }
        form.goToFirstEmpty()
        // Saved before and not whole: what is still missing comes first, in whatever section it
        // stands.
        let wasSaved = person.formVersion != nil && person.notice != nil
        let missing = wasSaved ? person.missing(on: card.today).first : nil
        if let missing, let place = form.fields.firstIndex(where: { $0.name == missing.rawValue }) {
            form.go(to: place)
        }
    }

    /// Puts back what was typed before the program ended.
    func resuming(_ draft: [String: String]) -> InterviewScreen {
        var screen = self
        for (index, field) in screen.form.fields.enumerated() {
            if let value = draft[field.name] { screen.form.set(index, field.typed(for: value)) }
        }
        if !draft.isEmpty { screen.form.goToFirstEmpty() }
        return screen
    }

    var procedure: Procedure? { Procedure(.notice, .interview, .nationality, isOfPerson: true) }
    func title(_ context: Workplace) -> String {
        let ticket = person.ticket.map(String.init) ?? "?"
        let peak = isPeak ? context.language(" · AFLUENCIA", " · PEAK") : ""
        return context.language("Entrevista · ficha \(ticket)", "Interview · ticket \(ticket)")
            + peak
    }

    var isTyping: Bool { true }
    var isSecret: Bool { form.isOnMasked }
    static let table: KeyTable<Self> = [
        .field(.enter, "Siguiente", "Next"), .field(.control("g"), "Guardar", "Save"),
        .field(.function(4), "Opciones", "Options"), .field(.pageDown, "Sección", "Section"),
        .field(.control("n"), "Siguiente aviso", "Next mark"),
        .field(.backTab, "Anterior", "Previous"),
        .field(.pageUp, "Sección anterior", "Previous section"),
        .field(.function(8), "Repetir", "Repeat"),
        .key(.function(3), "Comparar", "Compare") {
            [.push(MatchScreen($0.card, typed: $0.typed))]
        }, .field(.escape, "Atrás", "Back"),
    ]

    /// The questions that this person is asked change with what has been answered.
    private static func askWhatHolds(
        _ fields: inout [FormField], _ person: Reception, _ today: CivilDate, _ isPeak: Bool
    ) {
        var known = person
        for field in fields {
            guard let name = ProfileField(rawValue: field.name),
                let code = field.answer(today: today)
            else { continue }
            known.setAnswer(name, code.isEmpty ? nil : code)
        }
        for index in fields.indices {
            guard let name = ProfileField(rawValue: fields[index].name) else { continue }
            let isAsked = name.question.visibility.holds(for: known, on: today)
            // While the point is down to nine answers the rest of the minimum keeps its place and
            // is passed over.
            let isPassed =
                isPeak && name.question.section == .minimum && !InterviewForm.peak.contains(name)
            fields[index].isAsked =
                isAsked && !(isPassed && fields[index].answer(today: today)?.isEmpty == true)
            if name == .contactPhone { fields[index].remark = PhoneRemark.of(fields[index].value) }
            if name == .curp {
                fields[index].remark = known.curp.flatMap { CURP($0).remark(about: known) }
            }
        }
    }

    /// Names of places for the field under the cursor, once for each text.
    private mutating func askPlaces() -> [Step] {
        let field = form.fields[form.cursor]
        guard field.kind == .place, let name = ProfileField(rawValue: field.name) else { return [] }
        let state = form.fields.first { $0.name == name.stateField.rawValue }?.code(today: today)
        let query = PlacesLike(field.value.trimmed, name, state: state)
        guard query != asked else { return [] }
        asked = query
        return [.effect(.load(query, holds: false))]
    }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        act(key) + askPlaces() + likeness.ask(typed, own: person.id)
    }

    /// The person with what has been typed of birth, sex and CURP.
    private var typed: PersonData {
        var data = PersonData()
        (data.given, data.firstSurname, data.secondSurname) = (
            person.given, person.firstSurname, person.secondSurname
        )
        func code(_ field: ProfileField) -> String? {
            form.fields.first { $0.name == field.rawValue }?.code(today: today).flatMap {
                $0.isEmpty ? nil : $0
            }
        }
        data.sex = code(.sex).flatMap(Sex.init)
        data.birthDate = code(.birthDate).flatMap { CivilDate(text: $0) }
        let precision = form.fields.first { $0.name == ProfileField.birthDate.rawValue }?.precision(
            today: today)
        data.birthPrecision = (precision ?? person.answer(.birthPrecision)).flatMap(
            Birth.Precision.init)
        data.birthState = code(.birthState)
        data.curp = code(.curp)
        return data
    }

    private mutating func act(_ key: Key) -> [Step] {
        switch key {
        case .control("g"): return save()
        case .pageDown, .pageUp:
            form.turn(key == .pageDown ? 1 : -1, today: today)
            return []
        case .enter where isLastOfMinimum && form.fields[form.cursor].code(today: today) != nil:
            return save()
        default: break
        }
        switch form.press(key, today: today) {
        case .nothing: return FormScreen.warn(form)
        case .unheard: return [.unheard]
        case .edited(let index):
            let field = form.fields[index]
            return [
                .effect(
                    .draft(
                        .interview(person.id), field: field.name, value: field.draft(today: today)))
            ]
        case .submitted: return save()
        case .left: return [.pop]
        case .wantsOptions(let index): return FormScreen.options(form.fields[index])
        }
    }

    private var isLastOfMinimum: Bool {
        let asked = form.fields.indices.filter {
            form.fields[$0].isAsked && form.fields[$0].part == FormPart(.minimum)
        }
        return form.cursor == asked.last
    }

    private mutating func save() -> [Step] {
        guard let values = form.values(today: today) else {
            return [.refuse("Revise lo marcado con «!».", "Look at what is marked «!».")]
        }
        var answers: [ProfileField: String] = [:]
        var ofGroup: Set<ProfileField> = []
        for field in form.fields {
            guard let name = ProfileField(rawValue: field.name) else { continue }
            guard let code = values[field.name], field.isAsked else {
                // What was emptied, or is no longer asked, is taken back: a phone does not outlive
                // its consent.
                if person.answer(name) != nil { answers[name] = "" }
                continue
            }
            // What stands as it was is not sent again: another desk may have answered it meanwhile.
            guard code != person.answer(name) else { continue }
            answers[name] = code
            if field.isGiven && name.question.isOfGroup { ofGroup.insert(name) }
        }
        let birth = form.fields.first { $0.name == ProfileField.birthDate.rawValue }
        if let precision = birth?.precision(today: today) {
            answers[.birthPrecision] = precision
        }
        var save = SaveProfile(person.id, answers, fromGroup: ofGroup)
        let proposals = ProperNames.proposals(person)
        if let chosen = values[InterviewFields.properName].flatMap(Int.init),
            proposals.indices.contains(chosen - 1)
        {
            save.person = proposals[chosen - 1]
        }
        if let how = values[InterviewScreen.notice].flatMap(Notice.init), how != person.notice {
            save.notice = how
        }
        if let proof = values[InterviewFields.proof].flatMap(Proof.init), proof != person.proof {
            save.proof = proof
        }
        saving = .act(save)
        return [.perform(.act(save))]
    }

    /// The form closes, and its draft is forgotten, when the answers were kept; a refusal leaves
    /// all as typed.
    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        likeness.take(reply)
        if let lists = reply.answer(to: ListsNow()) { offer(lists) }
        if let asked, let names = reply.answer(to: asked),
            let index = form.fields.firstIndex(where: { $0.name == asked.field.rawValue })
        {
            form.fields[index].suggestions = names
        }
        switch reply {
        case .done(let command, _, _, _) where command == saving:
            saving = nil
            return [.effect(.dropDraft(.interview(person.id))), .pop]
        case .refused(let command?, let refusal) where command == saving:
            mark(refusal)
            saving = nil
        case .notDone(let command, _) where command == saving: saving = nil
        default: break
        }
        return []
    }

    /// The lists as a lead has just amended them; what stands in the fields stays.
    private mutating func offer(_ lists: FormLists) {
        for (index, field) in form.fields.enumerated() {
            guard let name = ProfileField(rawValue: field.name), name.question.kind.list != nil
            else { continue }
            let options = lists.options(name.question, keeping: person.answer(name))
            form.fields[index].kind = field.isMany ? .many(options) : .options(options)
        }
    }

    /// The answer that was refused is marked, and the cursor goes there.
    private mutating func mark(_ refusal: Refusal) {
        guard let name = refusal.details["field"]?.text,
            let place = form.fields.firstIndex(where: { $0.name == name && $0.isAsked })
        else { return }
        form.fields[place].problem = Bilingual("no se admite", "not accepted")
        form.go(to: place)
    }

    var field: Bilingual? { form.label }

    /// Who is interviewed, where nothing of them asks for time: no lane, no need, no child.
    var plainPerson: Identifier<Reception>? {
        card.lanes.lanes.isEmpty && person.flags?.isEmpty == true && !person.isChild(on: today)
            ? person.id : nil
    }

    var queries: [any Query] { [ListsNow()] }

    func draw(on frame: inout Frame, _ context: Workplace) {
        Subject.draw(person, on: &frame, context)
        // The notice is read before anything is asked: until then its text stands where the
        // questions will.
        let isNotice = form.fields[form.cursor].name == InterviewScreen.notice
        let isProposing = form.fields[form.cursor].name == InterviewFields.properName
        drawProposal(on: &frame, context)
        if isNotice { drawNotice(on: &frame, context.language) }
        form.drawParts(
            on: &frame, from: 3, head: isProposing ? "" : nil,
            only: { !isNotice || $0 == form.cursor }, context, today: today)
    }

    /// The name as it is proposed, whole, under the name as it came; else how many are alike.
    private func drawProposal(on frame: inout Frame, _ context: Workplace) {
        guard !context.hides(person) else { return }
        guard form.fields[form.cursor].name == InterviewFields.properName, !context.isCovered else {
            if frame.width >= 72, let found = likeness.count(context.language) {
                let words = found + context.language("  F3 compara", "  F3 compares")
                frame.putRight(words, row: 2, before: frame.width - 1, Style(.info))
            }
            return
        }
        let names = ProperNames.proposals(person).map(\.name.listed)
        let words =
            names.count == 1
            ? names[0]
            : names.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: "  ")
        frame.put(TextWidth.fit("¿\(words)?", frame.width - 3), row: 2, column: 2, Style(.info))
    }

    private func drawNotice(on frame: inout Frame, _ language: Language) {
        let left = frame.width >= 72 ? 19 : 2
        let lines = Wrap.lines(PrivacyNotice.text(language), width: frame.width - left - 2)
        for (line, text) in lines.enumerated() where 5 + line < frame.height - 2 {
            frame.put(text, row: 5 + line, column: left, Style(.info))
        }
        let keys = InterviewFields.noticeKeys(language)
        for (line, text) in Wrap.lines(keys, width: frame.width - left - 2).enumerated()
        where 6 + lines.count + line < frame.height - 2 {
            frame.put(text, row: 6 + lines.count + line, column: left, Style(.key))
        }
    }
}
