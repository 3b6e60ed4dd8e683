#include "core/base/knownsecrets.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <functional>

namespace lanyard {

namespace {

constexpr qsizetype ShortestReplaced = 8;

} // namespace

KnownSecrets::KnownSecrets(const QList<Secret> &secrets)
{
    for (const Secret &secret : secrets) {
        if (secret.size() < ShortestReplaced)
            continue;
        QString word = secret.exposeText();
        if (word.size() >= ShortestReplaced) {
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
    const auto lengths = m_lengths.constFind(qHash(text.first(ShortestReplaced)));
    if (lengths == m_lengths.constEnd())
        return 0;
    const auto isOne = [&](qsizetype length) {
        return length <= text.size() && m_hashes.contains(qHash(text.first(length)));
    };
    const auto found = std::find_if(lengths->begin(), lengths->end(), isOne);
    return found == lengths->end() ? 0 : *found;
}

QString KnownSecrets::redacted(const QString &text) const
{
    if (m_hashes.isEmpty())
        return text;
    QString clean;
    qsizetype kept = 0; // from here on the text is not in the result yet
    for (qsizetype at = 0; at + ShortestReplaced <= text.size();) {
        const qsizetype length = lengthAt(QStringView(text).sliced(at));
        if (length > 0) {
            clean += QStringView(text).sliced(kept, at - kept);
            clean += u"•••";
            kept = at + length;
        }
        at += qMax<qsizetype>(1, length);
    }
    return kept == 0 ? text : clean.append(QStringView(text).sliced(kept));
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
