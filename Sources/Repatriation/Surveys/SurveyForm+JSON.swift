extension SurveyForm {
    /// The same as a file would say it, in one line: so it is kept, and ``SurveyReader`` reads it
    /// back.
    package var json: JSON {
        var members = SurveyForm.words(title)
        members["id"] = .string(code)
        members["version"] = .int(version)
        members["desde"] = .int(months.lowerBound)
        members["hasta"] = .int(months.upperBound)
        members["secciones"] = .array(
            sections.map { section in
                var members = SurveyForm.words(section.title)
                members["preguntas"] = .array(section.questions.map(\.json))
                return .object(members)
            })
        return .object(members)
    }

    fileprivate static func words(_ words: Bilingual) -> [String: JSON] {
        ["es": .string(words.es), "en": .string(words.en)]
    }
}

extension SurveyQuestion {
    /// The kind as files write it.
    package var kindName: String {
        let kind: SurveyReader.Kind =
            switch self.kind {
            case .one where self.kind == Catalogues.yesNo: .yesNo
            case .one: .one
            case .many: .several
            case .number: .number
            case .date: .date
            default: .text
            }
        return kind.rawValue
    }

    fileprivate var json: JSON {
        var members = SurveyForm.words(label)
        members["id"] = .string(code)
        members["tipo"] = .string(kindName)
        if case .number(let range) = kind {
            (members["de"], members["a"]) = (.int(range.lowerBound), .int(range.upperBound))
        }
        if kind.list != nil, kind != Catalogues.yesNo {
            members["opciones"] = .array(options.map(json))
        }
        if let condition {
            members["si"] = [
                "pregunta": .string(condition.question),
                "dice": .array(condition.codes.sorted().map(JSON.string)),
            ]
        }
        return .object(members)
    }

    private func json(_ option: AnswerOption) -> JSON {
        var members = SurveyForm.words(option.label)
        members["id"] = .string(option.code)
        if alone.contains(option.code) { members["sola"] = true }
        return .object(members)
    }
}
