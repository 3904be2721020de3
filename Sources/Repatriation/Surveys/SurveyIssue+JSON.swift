extension SurveyIssue {
    /// As other programs read it.
    package func json(_ language: Language) -> JSON {
        var members: [String: JSON] = [
            "survey": .string(form.code), "title": .string(form.title(language)),
            "from": .string(period.from.text), "to": .string(period.to.text),
            "points": .array(points.map { .string($0.text) }), "asOf": .string(asOf.text),
            "author": .string(author), "drill": .bool(isDrill), "public": .bool(isPublished),
            "versions": .array(tables.map { json($0, language) }),
        ]
        var reached: [String: JSON] = ["due": JSON(reach.due)]
        for state in SurveyReach.order {
            reached[state?.rawValue ?? "notTried"] = JSON(reach.count(state))
        }
        members["reach"] = .object(reached)
        return .object(members)
    }

    private func json(_ table: SurveyTable, _ language: Language) -> JSON {
        [
            "version": .int(table.form.version), "taken": .int(table.taken),
            "inPart": JSON(table.inPart),
            "questions": .array(
                table.form.sections.flatMap { section in
                    table.parts(of: section).map { json($0, in: section, language) }
                }),
        ]
    }

    private func json(
        _ part: SurveyTable.Part, in section: SurveySection, _ language: Language
    ) -> JSON {
        let question = part.question
        var members: [String: JSON] = [
            "question": .string(question.code), "label": .string(question.label(language)),
            "section": .string(section.title(language)), "kind": .string(question.kindName),
            "answered": JSON(part.answered), "notAsked": JSON(part.notAsked),
            "rows": .array(
                part.rows.map { row in
                    let share = SurveyTable.share(row.count, of: part.answered)
                    return [
                        "code": .string(row.code), "label": .string(row.label(language)),
                        "n": JSON(row.count), "share": SurveyIssue.json(share: share),
                    ]
                }),
        ]
        for row in part.open { members[row.code] = JSON(row.count) }
        members["figures"] =
            part.figures.map { figures in
                [
                    "median": .int(figures.median), "mean": .double(Double(figures.mean) / 10),
                    "least": JSON(figures.ends?.lowerBound), "most": JSON(figures.ends?.upperBound),
                ]
            } ?? .null
        members["askedIf"] =
            question.condition.map { condition in
                [
                    "question": .string(condition.question),
                    "answers": .array(condition.codes.sorted().map(JSON.string)),
                ]
            } ?? .null
        return .object(members)
    }

    private static func json(share: Int?) -> JSON {
        share.map { .double(Double($0) / 1000) } ?? .null
    }
}
