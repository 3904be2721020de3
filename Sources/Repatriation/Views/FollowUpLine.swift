/// Who is asked after once they have left, those due first.
package struct FollowUpsOf: PointQuery {
    package typealias Answer = [FollowUpLine]
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
    package var leavesTrace: Bool { true }
}

/// Somebody who is to be asked after: whom, why, by when.
package struct FollowUpLine: Sendable, Equatable, Identifiable {
    package let id: Identifier<FollowUp>
    /// What is to be asked, as the reader may see it.
    package let followUp: FollowUp
    /// Whom, as they may be shown.
    package let person: Reception
    /// Days past its day; zero or less while it is not late.
    package let daysLate: Int

    /// A line of the list.
    package init(_ followUp: FollowUp, person: Reception, today: CivilDate) {
        (id, self.followUp, self.person) = (followUp.id, followUp, person)
        daysLate = today.daysSinceEpoch - (followUp.dueOn ?? today).daysSinceEpoch
    }

    /// Where the person may be reached, for those who may read it and where the person agreed.
    package var contact: String? {
        person.answer(.contactConsent) == "yes" ? person.answer(.contactPhone) : nil
    }
}
