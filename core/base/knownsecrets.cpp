#include "core/base/knownsecrets.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <functional>

namespace lanyard {

namespace {

// Of the first four letters, in a few instructions: most places of a text are no beginning of any secret.
qsizetype beginning(QStringView text, qsizetype count)
{
    quint64 letters = 0;
    for (const QChar c : text.first(4))
        letters = letters << 16 | c.unicode();
    constexpr quint64 goldenRatio = 0x9E3779B97F4A7C15;
    return static_cast<qsizetype>((letters * goldenRatio >> 32) % static_cast<quint64>(count));
}

} // namespace

KnownSecrets::KnownSecrets(const QList<Secret> &secrets) : m_beginnings(16 * (secrets.size() + 64))
{
    for (const Secret &secret : secrets) {
        if (secret.size() < ShortestReplaced)
            continue;
        QString word = secret.exposeText();
        if (word.size() >= ShortestReplaced) {
            m_beginnings.setBit(beginning(word, m_beginnings.size()));
            QList<qsizetype> &lengths = m_lengths[qHash(QStringView(word).first(ShortestReplaced))];
            if (!lengths.contains(word.size()))
                lengths.append(word.size());
            m_hashes.insert(qHash(QStringView(word)));
        }
        wipe(word);
    }
    for (QList<qsizetype> &lengths : m_lengths)
        std::sort(lengths.begin(), lengths.end(), std::greater<>()); // one may begin with another
}

// Of the secret with which @p text begins; 0 if there is none.
qsizetype KnownSecrets::lengthAt(QStringView text) const
{
    if (!m_beginnings.testBit(beginning(text, m_beginnings.size())))
        return 0;
    const auto lengths = m_lengths.constFind(qHash(text.first(ShortestReplaced)));
    if (lengths == m_lengths.constEnd())
        return 0;
    const auto isOne = [&](qsizetype length) {
        return length <= text.size() && m_hashes.contains(qHash(text.first(length)));
    };
    const auto found = std::find_if(lengths->begin(), lengths->end(), isOne);
    return found == lengths->end() ? 0 : *found;
}

// The first secret in @p text that begins at @p from or later, but before @p end.
KnownSecrets::Place KnownSecrets::next(QStringView text, qsizetype from, qsizetype end) const
{
    if (m_hashes.isEmpty())
        return {};
    for (qsizetype at = from; at < end && at + ShortestReplaced <= text.size(); ++at) {
        if (const qsizetype length = lengthAt(text.sliced(at)); length > 0)
            return {at, length};
    }
    return {};
}

QString KnownSecrets::redacted(const QString &text, qsizetype size) const
{
    const qsizetype end = qMin(size, text.size());
    QString clean;
    qsizetype kept = 0; // from here on the text is not in the result yet
    for (Place place = next(text, 0, end); place.at >= 0; place = next(text, kept, end)) {
        clean += QStringView(text).sliced(kept, place.at - kept);
        clean += SecretMask;
        kept = place.at + place.length;
    }
    if (kept == 0)
        return text.left(end);
    return kept < end ? clean.append(QStringView(text).sliced(kept, end - kept)) : clean;
}

bool KnownSecrets::isIn(const QJsonValue &value) const
{
    const auto isInIt = [this](const QJsonValue &part) { return isIn(part); };
    if (value.isString())
        return isIn(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(), isInIt);
    }
    const QJsonObject object = value.toObject();
    return std::any_of(object.begin(), object.end(), isInIt);
}

QJsonValue KnownSecrets::redacted(const QJsonValue &value) const
{
    if (value.isString())
        return redacted(value.toString());
    if (value.isArray()) {
        QJsonArray clean;
        for (const QJsonArray array = value.toArray(); const QJsonValue element : array)
            clean.append(redacted(element));
        return clean;
    }
    if (!value.isObject())
        return value;
    const QJsonObject whole = value.toObject();
    QJsonObject clean;
    for (auto member = whole.begin(); member != whole.end(); ++member)
        clean.insert(member.key(), redacted(QJsonValue(member.value())));
    return clean;
}

} // namespace lanyard
