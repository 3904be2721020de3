/// Something a lead must know now. One line a cause; the text has no name.
package struct Alert: Sendable, Equatable {
    /// How grave it is. Critical is what somebody's life or freedom hangs on now, so that it stays
    /// rare enough to be looked at: at most one alarm in twenty.
    package enum Grade: Int, Sendable, Comparable {
        case critical = 0, late, info
        package static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
    }

    /// What somebody made of it.
    package enum State: String, Sendable, CaseIterable { case active, acknowledged, shelved }

    /// What it tells of.
    package var kind: AlertKind
    /// Which it is, for as long as it stands.
    package var tag: AlarmTag
    /// The stable code.
    package var code: String { kind.rawValue }
    /// How much it hurries.
    package var grade: Grade
    /// Since when it holds, or when what it warns of is due.
    package var since: Instant
    /// Where.
    package var point: PointCode
    /// What it is about: a reception, a group, an inquiry or the point.
    package var subject: Int
    /// One sentence, without a name.
    package var text: Bilingual
    /// What somebody made of it; nobody yet where it is active.
    package var state = State.active
    /// Whoever took it, as `R. Ramírez`; nil where nobody did.
    package var takenBy: String?
    /// Until when it is set aside; nil where it is not.
    package var shelvedUntil: Instant?

    /// What is told of a tag, of which nobody has made anything yet.
    package init(
        _ tag: AlarmTag, _ grade: Grade, since: Instant, subject: Int, text: Bilingual
    ) {
        (kind, point) = (tag.kind, tag.point)
        (self.tag, self.grade, self.since) = (tag, grade, since)
        (self.subject, self.text) = (subject, text)
    }
}

extension Alert.Grade {
    /// As the history of alarms names it.
    package var code: String {
        switch self {
        case .critical: "critical"
        case .late: "late"
        case .info: "info"
        }
    }

    /// From its name.
    package init?(code: String) {
        guard let grade = [Alert.Grade.critical, .late, .info].first(where: { $0.code == code })
        else { return nil }
        self = grade
    }
}

/// Everything that an alert tells of, by its stable code: one row of ``Alarm/all`` each.
package enum AlertKind: String, Sendable, CaseIterable {
    /// Somebody was called twice and did not come.
    case absentTwice
    /// The store lacks what had been answered from it.
    case answersMissing
    /// Somebody asks at the gate for a person who is inside.
    case askedFor
    /// A step of a child's lane is late.
    case childBook
    /// A child alone, or somebody of a doubted age, is on the way between two points.
    case childOnTheWay
    /// A child waits to be fetched.
    case childWaiting
    /// The machine's clock disagrees with the store.
    case clockInDoubt
    /// No copy of the store was made for too long.
    case backupOld
    /// A desk is open and calls nobody while people it attends wait.
    case deskIdle
    /// Little of the disk is left.
    case diskLow
    /// A medicine is due.
    case doseDue
    /// People are inside for longer than a reception takes.
    case insideLong
    /// A family is at two points.
    case familySplit
    /// A health filter ends.
    case filterEnds
    /// Somebody who left is to be contacted.
    case leftPending
    /// The term for a doubted nationality ends.
    case nationalityDue
    /// A group that came is not balanced.
    case notBalanced
    /// Somebody was decided not to be Mexican.
    case notMexican
    /// A group comes out of hours.
    case outOfHours
    /// Papers were issued and lie in the tray.
    case paperUndelivered
    /// People wait longer than they should.
    case pastTarget
    /// The point asks the nine questions of a peak.
    case peak
    /// Nobody writes anything at a point where people are to be attended.
    case pointSilent
    /// An institution has no free place.
    case providerFull
    /// Referrals are late.
    case referralsLate
    /// Reserved attention has not begun in private.
    case reserved
    /// A request about data is due.
    case rightsDue
    /// One visitor asks for several people.
    case sameVisitor
    /// Material runs low.
    case stockLow
    /// An exit waits for a second officer.
    case toConfirm
    /// Nobody knows where somebody is.
    case unlocated
    /// People whom one point sent to another did not come in time.
    case transferLate
    /// Somebody who may die waits.
    case vitalEmergency
}
