import Repatriation
import Terminal

/// A form on a screen of its own: a title, fields, and what its answers become.
struct FormScreen: Screen {
    private let heading: Bilingual
    private let note: Bilingual?
    private let person: Reception?
    /// Where every change is kept on disk until saved.
    private let key: DraftKey
    private let build: @Sendable ([String: String]) -> [Step]
    /// Which field a refusal is about.
    private let fieldOf: [Refusal.Code: String]
    private let looksFor: (@Sendable ([String: String]) -> PersonData)?
    private var likeness = Likeness()
    private var form: Form
    private var isSaving = false
    /// What was asked for; nil where that is no command.
    private var saving: Command?
    /// What stood in the fields before anything was typed.
    private let given: [String]
    /// What was typed here earlier and not saved has been put back.
    private var isResumed = false

    /// A form about somebody: `build` makes the steps from the codes.
    init(
        _ heading: Bilingual, about person: Reception, note: Bilingual? = nil,
        _ fields: [FormField],
        build: @escaping @Sendable ([String: String]) -> [Step]
    ) {
        self.init(
            heading, person, keptAs: DraftKey(heading.es, about: person.id), note: note,
            looksFor: nil, fields, build)
    }

    /// A form about something else, whose name and identity `id` tells from every other; `looksFor`
    /// gives the person whose likeness to earlier ones shows while typing; `fieldOf` the field to which
    /// the cursor goes back when it is refused.
    init(
        _ heading: Bilingual, of id: String, note: Bilingual? = nil,
        fieldOf: [Refusal.Code: String] = [:],
        looksFor: (@Sendable ([String: String]) -> PersonData)? = nil, _ fields: [FormField],
        build: @escaping @Sendable ([String: String]) -> [Step]
    ) {
        self.init(
            heading, nil, keptAs: DraftKey("\(id):\(heading.es)", about: nil), note: note,
            fieldOf: fieldOf, looksFor: looksFor, fields,
            build)
    }

    /// A form about somebody of whom only this is known.
    init(
        _ heading: Bilingual, of person: Identifier<Reception>, note: Bilingual? = nil,
        _ fields: [FormField],
        build: @escaping @Sendable ([String: String]) -> [Step]
    ) {
        self.init(
            heading, nil, keptAs: DraftKey(heading.es, about: person), note: note, looksFor: nil,
            fields, build)
    }

    private init(
        _ heading: Bilingual, _ person: Reception?, keptAs key: DraftKey, note: Bilingual?,
        fieldOf: [Refusal.Code: String] = [:],
        looksFor: (@Sendable ([String: String]) -> PersonData)?, _ fields: [FormField],
        _ build: @escaping @Sendable ([String: String]) -> [Step]
    ) {
        self.heading = heading
        self.note = note
        self.person = person
        self.key = key
        self.build = build
        self.looksFor = looksFor
        self.fieldOf = fieldOf
        form = Form(fields)
        given = fields.map(\.value)
        form.goToFirstEmpty()
    }

    var field: Bilingual? { form.label }

    var queries: [any Query] { isResumed ? [] : [TypedOn(key)] }
    var draft: DraftKey? { key }

    var unsaved: Bilingual? {
        let typed = form.fields.indices.filter { form.fields[$0].value != given[$0] }
        guard let first = typed.first.map({ form.fields[$0] }) else { return nil }
        let value = first.isMasked ? "" : " «\(TextWidth.fit(first.value, 16))»"
        let more = typed.count - 1
        let others = more > 0 ? Bilingual(" y \(more) más", " and \(more) more") : Bilingual("", "")
        return Bilingual(
            "\(first.label.es)\(value)\(others.es).", "\(first.label.en)\(value)\(others.en).")
    }

    /// Puts back what was typed here earlier and not saved, once.
    private mutating func resume(_ draft: [String: String]) -> [Step] {
        isResumed = true
        guard !draft.isEmpty else { return [] }
        for (index, field) in form.fields.enumerated() {
            if let value = draft[field.name] { form.set(index, value) }
        }
        form.goToFirstEmpty()
        return [
            .say(
                Bilingual(
                    "Sigue lo que dejó escrito. Esc lo descarta.",
                    "What you left typed. Esc discards it."),
                .message)
        ]
    }

    /// What of the procedure it is for, where that is more than what stands below it.
    var procedure: Procedure?
    /// Whom it is about stands below it.
    func title(_ context: Workplace) -> String { heading(context.language) }
    var isTyping: Bool { true }
    var isSecret: Bool { form.isOnMasked }
    static let table: KeyTable<Self> = [
        .field(.enter, "Siguiente, guardar", "Next, save"),
        KeyRow(Binding(.control("g"), "Guardar", "Save")) { $0.save($1.local($1.now).day) },
        .field(.function(4), "Opciones", "Options"),
        .field(.control("n"), "Siguiente aviso", "Next mark"),
        .field(.backTab, "Anterior", "Previous"), .field(.escape, "Atrás", "Back"),
    ]

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        let today = context.local(context.now).day
        let steps = act(key, today)
        guard let looksFor else { return steps }
        var codes: [String: String] = [:]
        for field in form.fields {
            codes[field.name] = field.code(today: today).flatMap { $0.isEmpty ? nil : $0 }
        }
        let person = looksFor(codes)
        if let place = form.fields.firstIndex(where: { $0.name == "curp" }) {
            form.fields[place].remark = person.curp.flatMap { CURP($0).remark(about: person) }
        }
        return steps + likeness.ask(person)
    }

    private mutating func act(_ key: Key, _ today: CivilDate) -> [Step] {
        switch form.press(key, today: today) {
        case .nothing: return FormScreen.warn(form)
        case .unheard: return [.unheard]
        case .edited(let index):
            let field = form.fields[index]
            return [.effect(.draft(self.key, field: field.name, value: field.value))]
        case .submitted: return save(today)
        case .left: return [.pop]
        case .wantsOptions(let index): return FormScreen.options(form.fields[index])
        }
    }

    /// The first marked field by name, and how many there are.
    static func warn(_ form: Form) -> [Step] {
        let marked = form.fields.filter { $0.problem != nil }
        guard let field = marked.first, let problem = field.problem else { return [] }
        let count = marked.count
        let more =
            count > 1 ? Bilingual("  \(count) avisos", "  \(count) marks") : Bilingual("", "")
        return [
            .refuse(
                "\(field.label.es): \(problem.es).\(more.es)  Ctrl-N va ahí.",
                "\(field.label.en): \(problem.en).\(more.en)  Ctrl-N goes there.")
        ]
    }

    private mutating func save(_ today: CivilDate) -> [Step] {
        guard let values = form.values(today: today) else {
            return [.refuse("Revise lo marcado con «!».", "Look at what is marked «!».")]
        }
        let steps = build(values)
        // What only goes on to the next screen, or leaves by itself, is no command to wait for.
        switch steps.first {
        case .replace?, .pop?: return [.effect(.dropDraft(key))] + steps
        default: break
        }
        // What the form itself refuses leaves it as it was typed.
        if case .say? = steps.first { return steps }
        isSaving = true
        saving = steps.lazy.compactMap(\.command).first
        return steps
    }

    /// The form closes, and its draft is forgotten, when the command was carried out; a refusal
    /// leaves all as typed.
    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        likeness.take(reply)
        if let draft = reply.answer(to: TypedOn(key)), !isResumed { return resume(draft) }
        guard isSaving else { return [] }
        switch reply {
        case .done:
            isSaving = false
            return [.effect(.dropDraft(key)), .pop]
        case .refused(let command, let refusal) where command == saving:
            isSaving = false
            form.mark(refusal.details["field"]?.text ?? fieldOf[refusal.code])
        case .notDone(let command, _) where command == saving: isSaving = false
        case .failed where saving == nil: isSaving = false
        default: break
        }
        return []
    }

    /// «No sabe» and the like, where the field has no list that has them.
    private static func open(_ field: FormField) -> [OptionsScreen.Choice] {
        field.openAnswers.map { .init(String($0.letter), $0.lettered) }
    }

    /// The codes of a field to choose from.
    static func options(_ field: FormField) -> [Step] {
        let choices: [OptionsScreen.Choice]
        switch field.kind {
        case .options(let options), .many(let options):
            // People have no letter: their own words begin with the ticket.
            choices = options.map {
                $0.letter == "·"
                    ? .init($0.code, $0.label, isPerson: $0.isPerson)
                    : .init(String($0.letter), $0.lettered)
            }
        case .mexicanState:
            choices = MexicanState.all.map { state in
                let words = "\(state.code) \(state.name)"
                return .init(state.code, Bilingual(words, words))
            }
        case .usState:
            choices = USState.codes.map { code in
                let words = "\(code.dropFirst(3)) \(USState.name(code) ?? "")"
                return .init(String(code.dropFirst(3)), Bilingual(words, words))
            }
        case .place:
            guard !field.suggestions.isEmpty else {
                return [
                    .refuse(
                        "No hay nombres que ofrecer: escríbalo.",
                        "There are no names to offer: type it.")
                ]
            }
            choices = field.suggestions.map { .init($0, Bilingual($0, $0)) }
        default: return [.refuse("Este campo se escribe.", "This field is typed.")]
        }
        return [.push(OptionsScreen(field.label, choices + open(field), adds: field.isMany))]
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        var top = 2
        Subject.draw(person, on: &frame, context)
        if let note {
            // As much of it as the fields leave, and three lines where they leave less.
            let room = max(3, frame.height - top - 4 - form.fields.count)
            top += frame.putWrapped(note(context.language), row: top, most: room)
            top += 1
        }
        form.draw(on: &frame, from: top, context, today: context.local(context.now).day)
        likeness.draw(on: &frame, above: frame.height - 2, from: top + form.fields.count, context)
    }
}

extension AnswerOption {
    /// With the letter that chooses it.
    fileprivate var lettered: Bilingual {
        Bilingual("\(letter) \(label.es)", "\(letter) \(label.en)")
    }
}
