/// Who may go to another point, and how they stand there.
extension PersonCase {
    /// Only whoever has answered the first questions, and is at no desk: before them nobody knows
    /// who is ill, or a child alone. A vital emergency goes to hospital, whoever is kept under art.
    /// 36 stays where the term runs, and whoever was decided foreign leaves by that path.
    ///
    /// A child alone goes with DIF and with nobody else (Ley de Migración, art. 112); a child of a
    /// family goes with an adult of whom child protection wrote that they are the child's, once the
    /// Procuraduría and DIF know of it and with somebody named who goes along, and no child stays
    /// behind whose last adult goes.
    ///
    /// `others` are all who go together, `responsible` is who is named. Throws `cannotTravel`,
    /// `alreadyOut`, `hospitalFirst`, `emergencySecondWord`, `nationalityUnderReview`,
    /// `childTravelsWithFamily`, `childTravelNeeds`, `childLeftBehind`.
    func checkTravel(
        with others: Set<Identifier<Reception>>, to point: PointCode, responsible: String?
    ) throws {
        if reception.stage == .released { throw Refusal(.alreadyOut) }
        guard reception.mayTravel else {
            throw Refusal(.cannotTravel, ["stage": .string(reception.stage.rawValue)])
        }
        if reception.hasEmergency { throw Refusal(.hospitalFirst) }
        if reception.emergencyLiftedBy != nil { throw Refusal(.emergencySecondWord) }
        if reception.nationality == .pending, reception.motive != nil {
            throw Refusal(.nationalityUnderReview)
        }
        let day = context.local.day
        if reception.isChild(on: day) {
            let adults = try relatives().filter { others.contains($0.id) && !$0.isChild(on: day) }
            guard !reception.isChildAlone,
                try adults.contains(where: { try isVouchedByAnother($0.id) && isWritten($0.id) })
            else { throw Refusal(.childTravelsWithFamily) }
            try checkChildTravels(with: responsible)
        }
        try checkChildrenLeft(by: others, to: point, on: day)
    }

    /// A child goes to other hands on more than one office's word: those who answer for children
    /// know of it, and somebody by name travels along.
    private func checkChildTravels(with responsible: String?) throws {
        let state = try lanes()
        var missing = [LaneStep.procuraduria, .dif].filter { state.done($0) == nil }.map(\.rawValue)
        if NameText.folded(responsible ?? "").isEmpty { missing.append("driver") }
        guard missing.isEmpty else {
            throw Refusal(
                .childTravelNeeds, ["missing": .array(missing.map(JSON.string))])
        }
    }

    /// A child who stays, or is on the way to elsewhere, stays with an adult of whom somebody else
    /// said that they are the child's: anybody may be put into a family.
    private func checkChildrenLeft(
        by others: Set<Identifier<Reception>>, to point: PointCode, on day: CivilDate
    ) throws {
        let left = try relatives().filter {
            ($0.isInside || $0.isOnTheWay) && $0.point != point && !others.contains($0.id)
        }
        for child in left where child.isChild(on: day) && !child.isChildAlone {
            let own = try PersonCase(child.id, context, facts)
            let isKept = try left.contains {
                try $0.point == child.point && !$0.isChild(on: day)
                    && own.isVouchedByAnother($0.id)
            }
            guard isKept else { throw Refusal(.childLeftBehind) }
        }
    }
}

extension Reception {
    /// In a stage from which somebody may go to another point; or not come there, and found since.
    fileprivate var mayTravel: Bool {
        switch stage {
        case .waiting, .parked, .registered, .inSupport: true
        case .noShow: isOnTheWay && !isUnlocated
        default: false
        }
    }

    /// On the way, as one of a group of the other point.
    func sent(in other: Group, number: Int) -> Reception {
        var after = self
        // Where somebody was never received nobody counts them as received and gone on.
        if !isOnTheWay { after.formerGroups.append(group) }
        after.firstPoint = firstPoint ?? point
        after.group = other.id
        after.point = other.point
        after.listNumber = number
        after.sentStage = sentStage ?? (stage == .parked ? .waiting : stage)
        // Of an arrival that was taken back the number of the other point stays.
        after.sentTicket = isOnTheWay ? sentTicket : ticket
        after.sentNumber = isOnTheWay ? sentNumber : listNumber
        (after.ticket, after.ticketDay) = (nil, nil)
        (after.place, after.placeWith, after.pause, after.notBefore) = (nil, nil, nil, nil)
        (after.absence, after.absenceConfirmedBy) = (nil, nil)
        after.leaveDesk()
        after.stage = .listed
        return after
    }

    /// Here, in the stage in which they left the other point.
    mutating func arrive() {
        stage = sentStage ?? .received
        (sentStage, sentTicket, sentNumber) = (nil, nil, nil)
    }
}
