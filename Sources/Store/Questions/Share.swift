import Repatriation
import SQLite

extension ShareOf: Readable {
    package var reading: Reading<ShareView> { Reading { try there($0.share(of: group)) } }
}

extension Look {
    fileprivate func share(of id: Identifier<Group>) throws -> ShareView? {
        guard let line = try group(id), let point = try point(line.group.point) else { return nil }
        let people = try rows.all(
            Reception.self, "\"group\" = ? AND retractedAt IS NULL", .int(id.value))
        let today = try local(at: point).day
        // Who gave no birth date may be one.
        let children = people.count { $0.isChild(on: today) || $0.birth == nil && !$0.seemsAdult }
        return ShareView(
            name: line.group.name,
            institutions: try providers(at: point.code).filter(\.institution.isAuthority)
                .map(\.name),
            people: line.counts.onList, children: reader.reads(.sensitive) ? children : nil)
    }
}
