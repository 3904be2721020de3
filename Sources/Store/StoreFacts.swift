import Repatriation
import SQLite

/// What the rules ask of the store, as it stands in the transaction that decides.
struct StoreFacts: Facts {
    let store: Store
    let acting: Acting
    let now: Instant
    private let known = Known()

    /// What was looked up for this one act: whoever it is about is asked for more than once, and it
    /// confirms or takes back no other than one.
    private final class Known {
        var receptions: [Identifier<Reception>: Reception] = [:]
        var groups: [Identifier<Group>: Group] = [:]
        var persons: [Identifier<Person>: [Reception]] = [:]
        var done: DoneAct?
        var pending: PendingAct?
        var asked: AskedAct?
    }

    init(store: Store, acting: Acting, now: Instant) {
        self.store = store
        self.acting = acting
        self.now = now
    }

    var officer: Officer { acting.officer }
    var proof: IdentityProof { acting.proof }
    var isDrill: Bool { store.isDrill }
    var isAlone: Bool { store.isAlone }

    /// The moment as it is sure.
    private var sure: Instant { acting.clock.sure(now) }

    func acting(_ asked: Officer) throws -> StoreFacts {
        let proof = known.pending?.askedProof ?? .account
        return StoreFacts(
            store: store, acting: Acting(officer: asked, proof: proof, clock: acting.clock),
            now: now)
    }

    func reception(_ id: Identifier<Reception>) throws -> Reception {
        guard let found = try receptionIfAny(id) else { throw Refusal(.unknownReception) }
        return found
    }

    func receptionIfAny(_ id: Identifier<Reception>) throws -> Reception? {
        if let found = known.receptions[id] { return found }
        let found: Reception? = try store.rows.find(id)
        known.receptions[id] = found
        return found
    }

    func referral(_ id: Identifier<Referral>) throws -> Referral? {
        try store.rows.find(id, knownTo: reader).standing
    }

    func openReferrals(of id: Identifier<Reception>) throws -> [Referral] {
        try store.openReferrals(of: id)
    }

    func alert(_ tag: AlarmTag) throws -> Alert? {
        try Look(store, reader, now: now).board(only: tag.point).told.first { $0.tag == tag }
    }

    func alarmMark(_ tag: AlarmTag) throws -> AlarmMark? {
        try store.rows.first(AlarmMark.self, "tag = ?", .text(tag.text))
    }

    func provider(_ id: Identifier<Provider>) throws -> Provider? { try store.rows.find(id) }

    func providers(of referrals: [Referral]) throws -> [Provider] {
        try store.providers(of: referrals)
    }

    func institutions(at point: PointCode) throws -> [Provider] {
        try store.institutions(at: point)
    }

    func group(_ id: Identifier<Group>) throws -> Group {
        if let known = known.groups[id] { return known }
        guard let found = try store.rows.find(id) else { throw Refusal(.unknownGroup) }
        known.groups[id] = found
        return found
    }

    func received(in group: Identifier<Group>) throws -> [Reception] {
        try store.rows.all(
            Reception.self, "\"group\" = ? AND receivedDay IS NOT NULL ORDER BY id",
            .int(group.value))
    }

    func listed(in group: Identifier<Group>) throws -> [Reception] {
        try store.rows.all(
            Reception.self, "\"group\" = ? AND stage = 'listed' ORDER BY listNumber, id",
            .int(group.value))
    }

    func arrival(of group: Identifier<Group>) throws -> Instant? {
        try store.rows.find(group)?.arrivedAt
    }

    func inside(of group: Identifier<Group>) throws -> [Reception] {
        try store.rows.all(
            Reception.self, "\"group\" = ? AND \(Inside.sql) ORDER BY id", .int(group.value))
    }

    func stock(at point: PointCode) throws -> [StockItem] { try store.stock(at: point) }

    func bag(_ id: Identifier<Bag>) throws -> Bag? { try store.rows.find(id).standing }

    func bags(of id: Identifier<Reception>) throws -> [Bag] {
        try store.rows.all(Bag.self, "reception = ? ORDER BY id", .int(id.value))
    }

    func followUp(_ id: Identifier<FollowUp>) throws -> FollowUp? {
        try store.rows.find(id, knownTo: reader).standing
    }

    func openFollowUps(of id: Identifier<Reception>) throws -> [FollowUp] {
        try store.rows.all(FollowUp.self, "reception = ? AND outcome IS NULL", .int(id.value))
    }

    func survey(_ code: String, version: Int?) throws -> Survey? {
        try store.rows.survey(code, version: version)
    }

    func surveys() throws -> [Survey] { try store.rows.surveys() }

    func surveyTaken(_ code: String, of id: Identifier<Reception>) throws -> SurveyTaken? {
        try store.rows.surveyTaken(code, of: id)
    }

    func paper(_ id: Identifier<Paper>) throws -> Paper? { try store.rows.find(id) }

    func paper(folio: String) throws -> Paper? {
        try store.rows.first(Paper.self, "folio = ?", .text(folio))
    }

    func inquiry(_ id: Identifier<Inquiry>) throws -> Inquiry {
        guard let found = try store.rows.find(id), try store.isTold(of: found, acting, now) else {
            throw Refusal(.unknownInquiry)
        }
        return found
    }

    func meant(by inquiry: Inquiry, on day: CivilDate) throws -> [MeantPerson] {
        try store.meant(by: inquiry, on: day)
    }

    func point(_ code: PointCode) throws -> ReceivingPoint { try store.commandPoint(code) }

    func desk(_ number: Int, at point: PointCode) throws -> Desk? {
        try store.commandDesk(point, number)
    }

    func load(ofDesk number: Int, at point: PointCode) throws -> DeskLoad {
        try store.deskLoad(point, number)
    }

    func isHeard(desk number: Int, at point: ReceivingPoint) throws -> Bool {
        try store.isHeard(point, number, now)
    }

    func openDesks(at point: PointCode) throws -> [Desk] {
        try store.rows.all(Desk.self, "point = ? AND state <> 'closed'", .text(point.text))
    }

    func openDesks(of officer: Identifier<Officer>) throws -> [Desk] {
        try store.rows.all(
            Desk.self, "officer = ? AND state <> 'closed' ORDER BY point, number",
            .int(officer.value))
    }

    func heads(at point: PointCode) throws -> [QueueHead] { try store.heads(at: point, now: now) }

    func countWaiting(at point: PointCode) throws -> Int { try store.count(.waiting, point.text) }

    func wasHourConfirmedAlone() throws -> Bool { try store.wasHourConfirmedAlone(sure) }

    func pendings(about subject: Int) throws -> [PendingAct] { try store.pendings(about: subject) }
    func asks(_ pending: PendingAct, for act: any Act) throws -> Bool {
        store.asks(pending, for: act)
    }

    func waiting(of family: Identifier<Reception>, at point: PointCode) throws -> [Reception] {
        try store.waiting(of: family, at: point)
    }
}

// MARK: People

extension StoreFacts {
    func receptions(of person: Identifier<Person>) throws -> [Reception] {
        if let known = known.persons[person] { return known }
        let found = try store.rows.all(
            Reception.self, "person = ? ORDER BY id", .int(person.value))
        known.persons[person] = found
        return found
    }

    func family(_ family: Identifier<Reception>) throws -> [Reception] {
        try store.rows.all(Reception.self, "family = ? ORDER BY id", .int(family.value))
    }

    func call(_ id: Identifier<Call>) throws -> Call? { try store.rows.find(id) }

    func help(of id: Identifier<Reception>) throws -> [Help] { try store.rows.of(id) }
    func referrals(of id: Identifier<Reception>) throws -> [Referral] { try store.rows.of(id) }
    func claims(of id: Identifier<Reception>) throws -> [PropertyClaim] { try store.rows.of(id) }

    func ticks(of id: Identifier<Reception>) throws -> [LaneTick] { try store.ticks(of: id) }

    func lastPaper(_ kind: PaperKind, of id: Identifier<Reception>) throws -> Paper? {
        try store.paper(kind, of: id)
    }

    func isAskedFor(_ person: Reception, on day: CivilDate) throws -> Bool {
        try !store.openInquiries(for: person, isChild: person.isChild(on: day), now: now).isEmpty
    }

    func isNumberFree(_ person: Reception) throws -> Bool { try store.isNumberFree(person) }

    func isSomebodyElse(_ adult: Identifier<Reception>, since tick: LaneTick) throws -> Bool {
        let whoTheyAre: Set = [
            "given", "firstSurname", "secondSurname", "sex", "birthDate", "person", "unidentified",
        ]
        var isChanged = false
        try store.journal.requireKnown(
            where: "subject = ? AND act > ?", [adult.value, tick.id.value])
        try store.journal.read(where: "subject = ? AND act > ?", [adult.value, tick.id.value]) {
            entry in
            for change in entry.event.changes
            where change.kind == .reception && change.id == adult.value {
                isChanged = isChanged || change.entries.contains { whoTheyAre.contains($0.field) }
            }
        }
        return isChanged
    }

    func draftOwners(about person: Reception, on day: CivilDate) throws -> [DraftOwner] {
        try store.draftOwners(about: person, besides: officer.id, reader, on: day)
    }

    func isDraftTold(
        of owner: Identifier<Officer>, about person: Reception, on day: CivilDate
    ) throws -> Bool {
        try store.isDraftTold(of: owner, about: person, reader, on: day)
    }
}

// MARK: Groups and points

extension StoreFacts {
    func counts(of group: Identifier<Group>) throws -> GroupCounts { try store.counts(of: group) }

    func remains(at point: ReceivingPoint) throws -> ShiftRemains {
        try store.remains(at: point, for: reader, now)
    }

    func nextDue(at point: ReceivingPoint) throws -> Int? {
        try store.handOverLines(at: point, for: reader, now).nextDue
    }

    func waitingHandOver(at point: PointCode) throws -> HandOver? {
        try store.lastHandOver(at: point).flatMap { $0.isWaiting ? $0 : nil }
    }

    func countInside(at point: PointCode) throws -> Int { try store.count(.inside, point.text) }

    func alreadyInside(_ people: [PersonData]) throws -> [Int: OpenReception] {
        try store.alreadyInside(people)
    }

    func similar(
        to person: PersonData, in group: Identifier<Group>
    ) throws -> [Identifier<Reception>] {
        try store.similar(to: person, in: group, for: reader)
    }

    func pointIfAny(_ code: PointCode) throws -> ReceivingPoint? { try store.point(code) }

    func presence(at point: PointCode) throws -> (people: Int, groups: Int) {
        try store.presence(at: point)
    }

    func isZoneKnown(_ name: String) -> Bool { StoreFiles.zone(name) != nil }
}

// MARK: Officers and catalogues

extension StoreFacts {
    func officer(_ id: Identifier<Officer>) throws -> Officer? { try store.rows.find(id) }

    func acting(_ id: Identifier<Officer>) throws -> Officer? {
        try officer(id)?.acting(isDrill: store.isDrill)
    }

    func officers() throws -> [Officer] { try store.allOfficers() }

    func attended(by officer: Identifier<Officer>) throws -> [AttendedDesk] {
        try store.attended(by: officer)
    }

    func hasOwnPassword(_ officer: Identifier<Officer>) throws -> Bool {
        try store.hasOwnPassword(officer)
    }

    func lineage(of officers: [Identifier<Officer>]) throws -> Lineage {
        try store.lineage(of: officers, sure)
    }

    func entries(of catalogue: String) throws -> [CatalogueEntry] {
        try store.entries(of: catalogue)
    }

    func entries(of catalogue: String, about code: String) throws -> [CatalogueEntry] {
        try store.entries(of: catalogue, about: code)
    }

    func lists() throws -> FormLists { try store.lists() }

    func lists(for answers: [ProfileField: String], of person: Reception) throws -> FormLists {
        try store.lists(for: answers, of: person)
    }
}

// MARK: Acts, rights and archive

extension StoreFacts {
    func done(_ act: Identifier<any Act>) throws -> DoneAct {
        if let done = known.done, done.act == act { return done }
        let done = try store.done(act, knownTo: reader)
        known.done = done
        return done
    }

    func isSeen(_ act: Identifier<any Act>) throws -> Bool { try store.isSeen(act, by: reader) }

    func pending(_ act: Identifier<any Act>) throws -> PendingAct {
        if let pending = known.pending { return pending }
        let pending = try store.pending(act)
        known.pending = pending
        return pending
    }

    func asked(by act: Identifier<any Act>) throws -> AskedAct {
        if let asked = known.asked { return asked }
        let pending = try pending(act)
        let asked = AskedAct(
            pending: pending, act: try store.act(of: pending),
            officer: try store.commandOfficer(pending.askedBy))
        known.asked = asked
        return asked
    }

    func rightsRequest(_ id: Identifier<RightsRequest>) throws -> RightsRequest? {
        try store.rows.find(id)
    }

    func workingDays() throws -> WorkingDays { try store.workingDays() }

    func archiveSeries() throws -> ArchiveSeries? { try store.archiveSeries() }

    func unpackedRemovals() throws -> [Removal] {
        try store.rows.all(Removal.self, "packedAt IS NULL")
    }

    func owedToIMSS(atMost most: Int) throws -> [Reception] {
        try store.receptions(store.owedToIMSS(atMost: most))
    }

    func dueToBlock(_ series: ArchiveSeries, on day: CivilDate) throws -> [Reception] {
        try store.receptions(store.due(series, day, isRemoval: false))
    }

    func dueToRemove(_ series: ArchiveSeries, on day: CivilDate) throws -> RemovalDue {
        try store.dueToRemove(series, on: day)
    }
}
