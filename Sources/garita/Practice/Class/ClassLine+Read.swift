import Glibc
import Repatriation
import Store

/// What the other end says.
extension ClassLine {
    /// The longest line that is read, in bytes: a screen of 300 × 100.
    static let longest = 1 << 19

    /// Takes each value that comes, until the other end goes. A line that is no JSON is passed
    /// over; after one that is too long nothing more is read.
    func read(_ take: (JSON) -> Void) {
        guard let reader = try? JSONReader() else { return }
        var unread: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes { chunk in
                uninterrupted { recv(descriptor, chunk.baseAddress, chunk.count, 0) }
            }
            guard count > 0 else { return }
            for byte in chunk.prefix(count) {
                guard byte == 0x0A else {
                    unread.append(byte)
                    continue
                }
                if let text = String(validating: unread, as: UTF8.self),
                    let value = try? reader.read(text)
                {
                    take(value)
                }
                unread.removeAll(keepingCapacity: true)
            }
            guard unread.count <= ClassLine.longest else { return hangUp() }
        }
    }
}
