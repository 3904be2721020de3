import Repatriation
import Terminal

/// Fields with a cursor: typing, moving, validating on leaving, drawing. Every form uses it.
struct Form: Sendable {
    var fields: [FormField]
    private(set) var cursor = 0
    /// The field under the cursor hides what stands in it.
    var isOnMasked: Bool { fields.indices.contains(cursor) && fields[cursor].isMasked }
    private var isFresh = true
    /// The cursor went on by itself: an Enter typed out of habit must not skip an empty field.
    private var hasJustAdvanced = false

    /// Says which fields are asked, after every change.
    private let askWhatHolds: @Sendable (inout [FormField]) -> Void

    init(
        _ fields: [FormField],
        askWhatHolds: @escaping @Sendable (inout [FormField]) -> Void = { _ in }
    ) {
        self.fields = fields
        self.askWhatHolds = askWhatHolds
        askWhatHolds(&self.fields)
    }

    /// What the field is called that the cursor stands in.
    var label: Bilingual? { fields.indices.contains(cursor) ? fields[cursor].label : nil }

    /// What a key did.
    enum Outcome: Equatable {
        case nothing
        /// The key means nothing in a form.
        case unheard
        /// The text of a field changed.
        case edited(Int)
        /// Enter on the last field.
        case submitted
        case left
        case wantsOptions(Int)
    }

    mutating func press(_ key: Key, today: CivilDate) -> Outcome {
        let isHabit =
            hasJustAdvanced && (key == .enter || key == .tab) && fields[cursor].value.isEmpty
            && !isLastOfSection
        hasJustAdvanced = false
        if isHabit { return .nothing }
        switch key {
        case .enter, .tab, .down: return advance(today, submits: key == .enter)
        case .backTab, .up:
            validate(today)
            if let before = fields.indices.last(where: { $0 < cursor && fields[$0].isAsked }) {
                go(to: before)
            }
            return .nothing
        case .escape, .control("c"): return .left
        case .control("n"):
            validate(today)
            let order =
                Array(fields.indices.dropFirst(cursor + 1))
                + Array(fields.indices.prefix(cursor + 1))
            if let marked = order.first(where: { fields[$0].problem != nil && fields[$0].isAsked })
            {
                (cursor, isFresh) = (marked, true)
            }
            return .nothing
        case .function(4): return .wantsOptions(cursor)
        case .backspace:
            if isFresh && fields[cursor].isGiven {
                fields[cursor].value = ""
            } else {
                _ = fields[cursor].value.popLast()
            }
            return edited()
        case .control("u"):
            fields[cursor].value = ""
            return edited()
        case .character("=") where fields[cursor].isProposed: return takeProposal(today)
        case .character("=")
        where fields[cursor].repeats != nil && (fields[cursor].value.isEmpty || isFresh),
            .function(8):
            return repeatAnswer(today)
        case .character(let character): return type(String(character), today)
        case .paste(let text):
            return type(
                text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " "),
                today)
        default: return .unheard
        }
    }

    /// Nothing of its part is asked after it: Enter there says that the part is done.
    private var isLastOfSection: Bool {
        fields.indices.last { fields[$0].isAsked && fields[$0].part == fields[cursor].part }
            == cursor
    }

    private mutating func edited() -> Outcome {
        fields[cursor].isGiven = false
        fields[cursor].isProposed = false
        fields[cursor].problem = nil
        isFresh = false
        askWhatHolds(&fields)
        return .edited(cursor)
    }

    private mutating func type(_ text: String, _ today: CivilDate) -> Outcome {
        var isChosen = false
        if case .options = fields[cursor].kind { isChosen = true }
        // Coming back to a choice, what is typed is another choice.
        let isReplaced =
            isFresh && (isChosen || fields[cursor].isGiven || fields[cursor].problem != nil)
        let old = isReplaced ? "" : fields[cursor].value
        guard old.count + text.count <= NameText.longest else {
            fields[cursor].problem = Bilingual(
                "hasta \(NameText.longest) caracteres", "at most \(NameText.longest) characters")
            return .nothing
        }
        guard NameText.cleaned(text) != nil else {
            fields[cursor].problem = Bilingual(
                "lo pegado tiene caracteres de control", "what was pasted has control characters")
            return .nothing
        }
        fields[cursor].value = (old + text).composed
        let index = cursor
        _ = edited()
        if fields[index].advances(after: fields[index].value) {
            goOn(today)
        } else if isChosen, fields[index].code(today: today) == nil {
            // A letter that chooses nothing is said at once, before more letters fall behind it.
            fields[index].problem = fields[index].problem(today: today)
        }
        return .edited(index)
    }

    private mutating func advance(_ today: CivilDate, submits: Bool) -> Outcome {
        validate(today)
        guard let next = fields.indices.first(where: { $0 > cursor && fields[$0].isAsked }) else {
            return submits ? .submitted : .nothing
        }
        go(to: next)
        return .nothing
    }

    /// The field is complete by itself: on to the next of its part that is asked and not known
    /// already, or the last.
    private mutating func goOn(_ today: CivilDate) {
        validate(today)
        let asked = fields.indices.filter {
            $0 > cursor && fields[$0].isAsked && fields[$0].part == fields[cursor].part
        }
        guard
            let next = asked.first(where: { !fields[$0].isGiven || fields[$0].isProposed })
                ?? asked.last
        else {
            return
        }
        go(to: next)
        hasJustAdvanced = true
    }

    /// Puts the cursor on a field.
    mutating func go(to index: Int) {
        cursor = index
        isFresh = true
        hasJustAdvanced = false
    }

    /// Puts the cursor where something is to be typed; on the last field where all stands.
    mutating func goToFirstEmpty() {
        let empty = fields.indices.first {
            fields[$0].isAsked && (fields[$0].value.isEmpty || fields[$0].isProposed)
        }
        if let place = empty ?? fields.indices.last { go(to: place) }
    }

    /// What was only guessed is the answer: said by the person, no longer known from elsewhere.
    private mutating func takeProposal(_ today: CivilDate) -> Outcome {
        let index = cursor
        _ = edited()
        goOn(today)
        return .edited(index)
    }

    /// Gives the field the answer that it is usually the same as.
    private mutating func repeatAnswer(_ today: CivilDate) -> Outcome {
        let repeated = fields.first { $0.name == fields[cursor].repeats }?.value ?? ""
        guard let value = repeated.isEmpty ? fields[cursor].previous : repeated else {
            return .nothing
        }
        let index = cursor
        fields[index].value = value
        _ = edited()
        goOn(today)
        return .edited(index)
    }

    /// Says what is wrong with the field that is left; nothing is blocked until saving.
    mutating func validate(_ today: CivilDate) {
        fields[cursor].problem = fields[cursor].problem(today: today)
    }

    /// The codes of every field, or nil with the cursor on the first that is wrong or missing.
    mutating func values(today: CivilDate) -> [String: String]? {
        var values: [String: String] = [:]
        for index in fields.indices {
            guard let code = fields[index].answer(today: today) else {
                // What is not asked any more holds nothing up, whatever was typed there.
                guard fields[index].isAsked else { continue }
                fields[index].problem = fields[index].problem(today: today)
                cursor = index
                return nil
            }
            if code.isEmpty && fields[index].isRequired && fields[index].isAsked {
                fields[index].problem = Bilingual("falta", "missing")
                cursor = index
                return nil
            }
            values[fields[index].name] = code.isEmpty ? nil : code
            values[ProfileField.birthPrecision.rawValue] =
                fields[index].precision(today: today)
                ?? values[ProfileField.birthPrecision.rawValue]
        }
        return values
    }

    /// What was refused because of a field is typed there anew.
    mutating func mark(_ name: String?) {
        guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
        fields[index].problem = Bilingual("revise", "look at it")
        go(to: index)
    }

    mutating func set(_ index: Int, _ value: String) {
        fields[index].value = value
        fields[index].isGiven = false
        fields[index].isProposed = false
        fields[index].problem = nil
        askWhatHolds(&fields)
    }
}
