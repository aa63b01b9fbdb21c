/// The random numbers of Python's `random.Random`, so that workloads are the same as those of a script.
struct PythonRandom {
  private var state = [UInt32](repeating: 0, count: 624)
  private var place = 624

  /// Begins like `random.Random(text)`, which takes the text and its SHA-512 as one large number.
  ///
  /// - Parameters:
  ///   - text: The seed.
  ///   - sum: The SHA-512 of the text, in hexadecimal digits.
  init(seed text: String, sum: String) {
    let bytes = Array(text.utf8) + Self.bytes(ofHexadecimal: sum)
    var key: [UInt32] = []
    var end = bytes.count
    while end > 0 {
      let start = max(0, end - 4)
      key.append(bytes[start..<end].reduce(0) { $0 << 8 | UInt32($1) })
      end = start
    }
    mix(key)
  }

  private static func bytes(ofHexadecimal text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  /// `init_by_array` of the Mersenne Twister.
  private mutating func mix(_ key: [UInt32]) {
    state[0] = 19_650_218
    for i in 1..<624 {
      state[i] = 1_812_433_253 &* (state[i - 1] ^ state[i - 1] >> 30) &+ UInt32(i)
    }
    var i = 1
    var j = 0
    func next() {
      i += 1
      if i == 624 {
        state[0] = state[623]
        i = 1
      }
    }
    for _ in 0..<max(624, key.count) {
      let mixed = (state[i - 1] ^ state[i - 1] >> 30) &* 1_664_525
      state[i] = (state[i] ^ mixed) &+ key[j] &+ UInt32(j)
      j = (j + 1) % key.count
      next()
    }
    for _ in 0..<623 {
      let mixed = (state[i - 1] ^ state[i - 1] >> 30) &* 1_566_083_941
      state[i] = (state[i] ^ mixed) &- UInt32(i)
      next()
    }
    state[0] = 0x8000_0000
  }

  private mutating func word() -> UInt32 {
    if place == 624 {
      for i in 0..<624 {
        let y = state[i] & 0x8000_0000 | state[(i + 1) % 624] & 0x7FFF_FFFF
        state[i] = state[(i + 397) % 624] ^ y >> 1 ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
      }
      place = 0
    }
    var y = state[place]
    place += 1
    y ^= y >> 11
    y ^= y << 7 & 0x9D2C_5680
    y ^= y << 15 & 0xEFC6_0000
    return y ^ y >> 18
  }

  /// Returns a number from 0 up to, but not including, 1.
  mutating func fraction() -> Double {
    let high = Double(word() >> 5)
    let low = Double(word() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /// Returns a whole number from 0 up to, but not including, a bound.
  mutating func below(_ bound: Int) -> Int {
    let bits = Int.bitWidth - bound.leadingZeroBitCount
    while true {
      let number = Int(word() >> UInt32(32 - bits))
      if number < bound { return number }
    }
  }

  /// Returns one of some values.
  mutating func choice<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// Returns two of at most 21 values, in the order in which they were drawn.
  mutating func pair<Value>(of values: [Value]) -> [Value] {
    var pool = values
    let first = below(pool.count)
    let one = pool[first]
    pool[first] = pool[pool.count - 1]
    return [one, pool[below(pool.count - 1)]]
  }

  /// Brings values into a random order.
  mutating func shuffle<Value>(_ values: inout [Value]) {
    for i in stride(from: values.count - 1, through: 1, by: -1) { values.swapAt(i, below(i + 1)) }
  }
}
