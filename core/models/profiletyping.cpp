// What is typed into a field of the profile, and what of it presentation mode shows meanwhile.
#include "core/base/text.h"
#include "core/base/typedtext.h"
#include "core/document/countries.h"
#include "core/document/jsontext.h"
#include "core/document/typeddate.h"
#include "core/document/userfields.h"
#include "core/models/documentedits.h"
#include "core/models/fieldremark.h"
#include "core/models/fieldvalue.h"
#include "core/models/profilemodel.h"

#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

namespace lanyard {

namespace {

// @p text with the change that made @p typed of @p masked, which is @p text with masks in it; nothing if the change is
// within a mask or between two.
std::optional<QString> changedBesideMask(const QString &text, const QString &masked, const QString &typed)
{
    const auto begin = std::mismatch(text.begin(), text.end(), masked.begin(), masked.end()).first - text.begin();
    const qsizetype most = std::min(text.size(), masked.size()) - begin;
    const auto sameEnd = std::mismatch(text.rbegin(), text.rend(), masked.rbegin(), masked.rend()).first;
    const qsizetype end = std::min<qsizetype>(sameEnd - text.rbegin(), most);
    const auto placeIn = [&](qsizetype place) -> qsizetype {
        if (place <= begin)
            return place;
        return place >= masked.size() - end ? text.size() - (masked.size() - place) : -1;
    };
    const auto [from, to] = changedPart(typed, masked);
    const qsizetype first = placeIn(from);
    const qsizetype last = placeIn(masked.size() - (typed.size() - to));
    if (first < 0 || last < first)
        return {};
    return text.first(first) + typed.sliced(from, to - from) + text.sliced(last);
}

} // namespace

bool ProfileModel::isTypedInto(const UserField &field) const
{
    const bool isText = field.kind != FieldKind::Date && field.kind != FieldKind::Country;
    return m_typed == &field && (isText || !m_user.hidden().hidesKnown(shownText(field, m_user)));
}

// What is a secret by its form alone may become another text with the next character.
bool ProfileModel::isMasked(const UserField &field) const
{
    return isHidden(field, m_user) && (m_typed != &field || m_user.hidden().hidesKnown(shownText(field, m_user)));
}

QString ProfileModel::maskedText(const UserField &field) const
{
    return m_user.hidden().withoutKnown(editText(field.kind, m_user.value(Path::field(QString(field.key)))));
}

// Not for a field that is typed into when presentation mode begins: that hides it at once.
void ProfileModel::setTypedInto(const QModelIndex &index, bool isTypedInto)
{
    const UserField *field = &userFields()[static_cast<std::size_t>(index.row())];
    if ((m_typed == field) == isTypedInto || (isTypedInto && !m_user.hidden().isPresenting()))
        return;
    const UserField *before = std::exchange(m_typed, isTypedInto ? field : nullptr);
    if (before && before != field)
        Q_EMIT dataChanged(indexOf(Path::field(QString(before->key))), indexOf(Path::field(QString(before->key))));
    Q_EMIT dataChanged(index, index);
}

bool ProfileModel::takeBesideMask(const UserField &field, const QString &typed)
{
    const Path path = Path::field(QString(field.key));
    const auto text = changedBesideMask(editText(field.kind, m_user.value(path)), maskedText(field), typed);
    if (text)
        m_user.edit({{path, fieldJson(field.kind, *text, formOf(field))}}, DocumentEdits::Manner::Typed);
    return text.has_value();
}

void ProfileModel::takeDate(const UserField &field, const QString &typed)
{
    const Path path = Path::field(QString(field.key));
    const QJsonValue before = formOf(field);
    const DateReading reading = readBirthDate(typed);
    if (reading.ok() || unwrapped(typed).isEmpty()) {
        m_user.edit(path, fieldJson(field.kind, reading.date, before));
    } else if (!isDateNotSet(before) && typed == editableText(fieldText(field.kind, before), false)) {
        m_user.edit(path, before); // back to the service's text
    } else {
        // The value is unknown now: the one from a moment ago, when less had been typed or deleted, is wrong.
        m_user.replaceWithMisfit(path, typed, DocumentEdits::Manner::Typed);
    }
}

// "uni": nobody means a country of that name. The service's own text may be one.
bool ProfileModel::isUndecided(const UserField &field, const QStringList &country) const
{
    const bool isBases = country.value(0) == jsonText(m_user.base().valueAt(Path::field(QString(field.key))));
    return country.value(1).isEmpty() && !isBases && readCountry(country.value(0)).isAmbiguous;
}

void ProfileModel::takeCountry(const UserField &field, const QStringList &country, bool isChosen)
{
    m_user.edit({{Path::field(QString(field.key)), fieldJson(field.kind, country.value(0), formOf(field))},
                 {Path::field(QString(field.companion)), country.value(1)}},
                isChosen ? DocumentEdits::Manner::Chosen : DocumentEdits::Manner::Choosing);
}

} // namespace lanyard
