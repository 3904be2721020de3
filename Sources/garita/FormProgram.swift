import Repatriation

/// `form`: the questions of the interview, as the program asks them.
enum FormProgram {
    static func run(_ arguments: Arguments) -> Int32 {
        if arguments.isJSON {
            say(JSON.array(InterviewForm.questions.map(json)).serialized)
            return 0
        }
        let language = arguments.language
        for section in FormSection.allCases {
            say("\(section.label(language))")
            for question in InterviewForm.questions(of: section) {
                let mark =
                    question.requirement == .optional
                    ? " " : question.requirement == .mandatory ? "●" : "○"
                say("  \(mark) \(question.field.rawValue)  \(question.label(language))")
            }
        }
        return 0
    }

    private static func json(_ question: Question) -> JSON {
        [
            "field": .string(question.field.rawValue),
            "section": .string(question.section.rawValue),
            "kind": .string(question.kind.name), "catalogue": JSON(catalogue(question)),
            "required": .bool(question.requirement == .mandatory),
            "requirement": .string(question.requirement.rawValue),
            "class": .string(question.access.rawValue),
            "feeds": .array(question.feeds.map(JSON.string)),
            "label": .string(question.label.es), "version": .int(InterviewForm.version),
        ]
    }

    /// The name under which `catalog export` gives the answers.
    static func catalogue(_ question: Question) -> String? {
        switch question.kind {
        case .one(let list), .many(let list): list.name
        case .mexicanState: "states"
        case .usState: "us-states"
        case .municipality: "municipios"
        case .text, .date, .number: nil
        }
    }
}
