import Repatriation
import SQLite

extension Reading<Reception?> {
    /// One person, with nothing around them.
    package static func person(_ id: Identifier<Reception>) -> Reading {
        Reading { look in try look.reception(id) }
    }
}

extension PersonOf: Readable {
    package var reading: Reading<Reception> { Reading { try there($0.reception(reception)) } }
}

/// Adults inside other points of this store who share a surname with a child, at most forty.
///
/// Nobody for whoever is no child, nor for a child alone. O(people inside).
extension RelativesOf: Readable {
    package var reading: Reading<Relatives> {
        Reading(traces: { Trace.at($0.adults.map(\.person.value), .match) }) {
            try $0.adultsElsewhere(for: reception)
        }
    }
}

extension Look {
    func reception(_ id: Identifier<Reception>) throws -> Reception? {
        try find(id)?.visible(to: reader)
    }

    private func find(_ id: Identifier<Reception>) throws -> Reception? {
        try rows.find(id)
    }

    fileprivate func adultsElsewhere(for id: Identifier<Reception>) throws -> Relatives {
        guard let child = try find(id), let point = try point(child.point) else { return ([], 0) }
        let day = try local(at: point).day
        let surnames = Set(MatchFacts(child).surnames)
        guard child.isChild(on: day), !child.isChildAlone, !surnames.isEmpty else {
            return ([], 0)
        }
        let ids = try connection.statement(
            """
            SELECT id, firstSurname, secondSurname, birthDate, personalAnswers ->> 'birthPrecision'
            FROM reception
            WHERE point <> ? AND \(Inside.sql)
            """
        ).bind(child.point.text).all { row -> Identifier<Reception>? in
            let birth = CivilDate(text: row.text(3)).map {
                Birth($0, code: row.isNull(4) ? nil : row.text(4))
            }
            guard birth?.isUnder18(on: day) == false else { return nil }
            let facts = MatchFacts(
                given: nil, firstSurname: row.text(1), secondSurname: row.text(2), birth: nil,
                sex: nil,
                birthState: nil, curp: nil)
            return surnames.isDisjoint(with: facts.surnames) ? nil : Identifier(row.int(0))
        }.compactMap { $0 }
        var adults: [Reception] = []
        for id in ids.prefix(40) {
            if let adult: Reception = try rows.find(id) {
                adults.append(adult.visible(to: reader))
            }
        }
        return (adults, max(0, ids.count - 40))
    }
}
