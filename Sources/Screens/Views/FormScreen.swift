import Repatriation
import Terminal

/// A form on a screen of its own: a title, fields, and what its answers become.
package struct FormScreen: Screen {
    private let heading: Bilingual
    private let note: Bilingual?
    private let person: Reception?
    private let draftOf: Identifier<Reception>?
    private let build: @Sendable ([String: String]) -> [Step]
    private let looksFor: (@Sendable ([String: String]) -> PersonData)?
    private var likeness = Likeness()
    private var form: Form
    private var isSaving = false

    /// `draftOf` keeps every change on disk under that person until saved; `build` makes the steps from the codes, and
    /// `looksFor` the person whose likeness to earlier ones shows while typing.
    init(
        _ heading: Bilingual, about person: Reception? = nil, note: Bilingual? = nil,
        draftOf: Identifier<Reception>? = nil,
        looksFor: (@Sendable ([String: String]) -> PersonData)? = nil, _ fields: [FormField],
        build: @escaping @Sendable ([String: String]) -> [Step]
    ) {
        self.heading = heading
        self.note = note
        self.person = person
        self.draftOf = draftOf
        self.build = build
        self.looksFor = looksFor
        form = Form(fields)
        form.goToFirstEmpty()
    }

    /// Puts back what was typed before the program ended.
    func resuming(_ draft: [String: String]) -> FormScreen {
        var screen = self
        for (index, field) in screen.form.fields.enumerated() {
            if let value = draft[field.name] { screen.form.set(index, value) }
        }
        return screen
    }

    package func title(_ context: Context) -> String { heading(context.language) }
    package var isTyping: Bool { true }
    package var bindings: [Binding] {
        [
            Binding(.enter, "Siguiente, guardar", "Next, save"), Binding(.control("g"), "Guardar", "Save"),
            Binding(.function(4), "Opciones", "Options"), Binding(.control("n"), "Siguiente aviso", "Next mark"),
            Binding(.backTab, "Anterior", "Previous"),
            Binding(.escape, "Atrás", "Back"),
        ]
    }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        let today = context.local(context.now).day
        let steps = act(key, today)
        guard let looksFor else { return steps }
        var codes: [String: String] = [:]
        for field in form.fields { codes[field.name] = field.code(today: today).flatMap { $0.isEmpty ? nil : $0 } }
        let person = looksFor(codes)
        if let place = form.fields.firstIndex(where: { $0.name == "curp" }) {
            form.fields[place].remark = person.curp.flatMap { CURP($0).remark(about: person) }
        }
        return steps + likeness.ask(person)
    }

    private mutating func act(_ key: Key, _ today: CivilDate) -> [Step] {
        if key == .control("g") { return save(today) }
        switch form.press(key, today: today) {
        case .nothing: return FormScreen.warn(form)
        case .edited(let index): return keep(index)
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
        let more = count > 1 ? Bilingual("  \(count) avisos", "  \(count) marks") : Bilingual("", "")
        return [
            .refuse(
                "\(field.label.es): \(problem.es).\(more.es)  Ctrl-N va ahí.",
                "\(field.label.en): \(problem.en).\(more.en)  Ctrl-N goes there.")
        ]
    }

    private func keep(_ index: Int) -> [Step] {
        guard let draftOf else { return [] }
        return [.effect(.draft(draftOf, field: form.fields[index].name, value: form.fields[index].value))]
    }

    private mutating func save(_ today: CivilDate) -> [Step] {
        guard let values = form.values(today: today) else {
            return [.refuse("Revise lo marcado con «!».", "Look at what is marked «!».")]
        }
        isSaving = true
        return build(values)
    }

    /// The form closes, and its draft is forgotten, when the command was carried out; a refusal leaves all as typed.
    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] {
        likeness.take(reply)
        guard isSaving else { return [] }
        switch reply {
        case .done:
            isSaving = false
            return [.pop] + (draftOf.map { [.effect(.dropDraft($0))] } ?? [])
        case .refused, .failed: isSaving = false
        default: break
        }
        return []
    }

    /// The codes of a field to choose from.
    static func options(_ field: FormField) -> [Step] {
        let choices: [OptionsScreen.Choice]
        switch field.kind {
        case .options(let options), .many(let options):
            // People have no letter: their own words begin with the ticket.
            choices = options.map {
                $0.letter == "·"
                    ? .init($0.code, $0.label.es, isPerson: $0.isPerson)
                    : .init(String($0.letter), "\($0.letter) \($0.label.es)")
            }
        case .mexicanState: choices = MexicanState.all.map { .init($0.code, "\($0.code) \($0.name)") }
        case .usState:
            choices = USState.codes.map { .init("\($0.dropFirst(3))", "\($0.dropFirst(3)) \(USState.name($0) ?? "")") }
        case .place:
            guard !field.suggestions.isEmpty else {
                return [.refuse("No hay nombres que ofrecer: escríbalo.", "There are no names to offer: type it.")]
            }
            choices = field.suggestions.map { .init($0, $0) }
        default: return [.refuse("Este campo se escribe.", "This field is typed.")]
        }
        return [.push(OptionsScreen(field.label, choices, adds: field.isMany))]
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        var top = 2
        Subject.draw(person, on: &frame, context)
        if let note {
            for line in Wrap.lines(note(context.language), width: frame.width - 4).prefix(3) {
                frame.put(line, row: top, column: 2, Style(.info))
                top += 1
            }
            top += 1
        }
        form.draw(on: &frame, from: top, context, today: context.local(context.now).day)
        likeness.draw(on: &frame, above: frame.height - 2, from: top + form.fields.count, context)
    }
}

/// The codes of a field to read; a letter jumps, Enter types the code into the field.
package struct OptionsScreen: Screen {
    private let heading: Bilingual
    private let choices: [Choice]
    private let adds: Bool
    private var cursor = 0

    /// What Enter types, and the words of its line.
    struct Choice: Sendable, Equatable {
        let typed: String
        let words: String
        /// It names a person.
        let isPerson: Bool

        init(_ typed: String, _ words: String, isPerson: Bool = false) {
            self.typed = typed
            self.words = words
            self.isPerson = isPerson
        }
    }

    /// With `adds` the choice is added to what the field has.
    init(_ heading: Bilingual, _ choices: [Choice], adds: Bool) {
        self.heading = heading
        self.choices = choices
        self.adds = adds
    }

    package func title(_ context: Context) -> String { heading(context.language) }
    package var isTyping: Bool { true }
    package var bindings: [Binding] { [Binding(.enter, "Elegir", "Choose"), Binding(.escape, "Atrás", "Back")] }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        switch key {
        case .escape, .control("c"): return [.pop]
        case .enter:
            return [.pop, .key(.paste(choices[cursor].typed))] + (adds ? [] : [.key(.control("u"))])
        case .character(let letter) where choices.contains { $0.typed == String(letter) }:
            // The code of a choice chooses it, as in every other list.
            cursor = choices.firstIndex { $0.typed == String(letter) } ?? cursor
            return press(.enter, context)
        case .character(let letter):
            let start = NameText.folded(String(letter))
            let order = Array(choices.indices.dropFirst(cursor + 1)) + Array(choices.indices.prefix(cursor + 1))
            cursor =
                order.first {
                    NameText.folded(choices[$0].words).split(separator: " ").contains { $0.hasPrefix(start) }
                }
                ?? cursor
        default: cursor = max(0, min(choices.count - 1, cursor + (Moves.amount(key) ?? 0)))
        }
        return []
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        let room = frame.height - 4
        let first = max(0, min(cursor - room + 1, choices.count - room))
        for (line, index) in (first..<min(choices.count, first + room)).enumerated() {
            if index == cursor {
                frame.put("▌", row: 2 + line, column: 1, Style(.selection))
                frame.cursor = (2 + line, 1)
            }
            let choice = choices[index]
            let shown = choice.isPerson && context.isCovered ? "\(choice.typed) •••••" : choice.words
            frame.put(shown, row: 2 + line, column: 3, limit: frame.width - 4)
        }
        frame.isCursorVisible = true
    }
}
