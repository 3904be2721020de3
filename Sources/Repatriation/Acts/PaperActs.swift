/// What is wanted of a paper that was issued.
package protocol PaperAct: Act {
    /// Which.
    var paper: Identifier<Paper> { get set }
}

extension PaperAct {
    package static var subject: [Parameter<Self>] { [.identifier("paper", \.paper)] }

    /// A paper, with nothing else said.
    package init(_ paper: Identifier<Paper>) {
        self.init()
        self.paper = paper
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        guard let found = try facts.paper(paper) else { throw Refusal(.unknownPaper) }
        return Seat(point: try facts.point(found.point))
    }

    /// The paper and whose it is. Throws `unknownPaper`, `dataHeld`, `folioCancelled`,
    /// `folioReserved`.
    func issued(_ facts: some Facts) throws -> (Paper, Reception) {
        guard let found = try facts.paper(paper) else { throw Refusal(.unknownPaper) }
        let person = try facts.owner(of: found)
        guard found.cancelledAt == nil else { throw Refusal(.folioCancelled) }
        guard let person, found.reservedAt == nil else { throw Refusal(.folioReserved) }
        return (found, person)
    }
}

extension Facts {
    /// Whose a paper is; nil for a sheet that is nobody's yet. Throws `dataHeld`.
    func owner(of paper: Paper) throws -> Reception? {
        let person = try receptionIfAny(paper.reception)
        if let person, person.blockedAt != nil || person.removal != nil { throw Refusal(.dataHeld) }
        return person
    }
}

extension Paper {
    /// The sheet of the drawer that somebody was given, where what is typed stands on one of this
    /// kind that is nobody's yet; else a paper that is not there yet.
    static func blank(_ kind: PaperKind, _ context: Context, _ ids: inout IdentifierSource) -> Paper
    {
        if let sheet = context.sheet, sheet.paperKind == kind, sheet.reservedAt != nil {
            return sheet
        }
        return Paper(id: ids.next())
    }

    /// A paper of somebody's, issued now; a sheet of the drawer keeps its folio.
    static func issued(
        _ blank: Paper, _ kind: PaperKind, to person: Reception, _ context: Context
    ) -> Paper {
        var paper = blank
        if blank.reservedAt != nil {
            (paper.reception, paper.issuedAt) = (person.id, context.now)
            // Nothing of it is of before it was printed.
            (paper.usedAt, paper.reservedAt) = (blank.reservedAt, nil)
            return paper
        }
        let id = blank.id
        paper.reception = person.id
        paper.point = person.point
        paper.paperKind = kind
        paper.folio = Folio.make(point: person.point, year: context.local.day.year, paper: id)
        paper.issuedAt = context.now
        return paper
    }

    /// What happened to a paper, as a fact of the person's.
    static func event(_ kind: EventKind, _ before: Paper, _ after: Paper) -> Event {
        let change = Change(from: before, to: after)
        return Event(kind, subject: before.reception.value, changes: [change].compactMap { $0 })
    }
}
