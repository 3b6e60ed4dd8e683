#include "core/document/servicelist.h"

#include "core/document/jsontext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace lanyard {

ListForm listForm(const QJsonValue &list)
{
    if (isJsonNothing(list))
        return ListForm::Missing;
    return list.isArray() ? ListForm::Read : ListForm::Unreadable;
}

QJsonValue unwrappedList(const QJsonValue &value)
{
    const QJsonValue values = value.toObject().value("$values"_L1);
    return values.isArray() ? values : value;
}

ListSource listSource(const JsonSource &owner, const QString &member)
{
    ListSource list{owner.value(member), std::nullopt};
    if (owner.wouldBeDoubled(member))
        list.doubledMember = member;
    const JsonSource wrapper = owner.objectAt(list.span);
    const JsonSource::Span values = wrapper.value(u"$values"_s);
    if (values.isEmpty() || !owner.at(values).startsWith('['))
        return list;
    list.span = values;
    if (wrapper.wouldBeDoubled(u"$values"_s) && !list.doubledMember)
        list.doubledMember = u"$values"_s;
    return list;
}

bool isEntry(const QJsonValue &element)
{
    const QJsonObject object = element.toObject();
    return element.isObject() && !object.contains("$ref"_L1);
}

QString listText(const QJsonValue &list)
{
    const QJsonValue plain = unwrappedList(list);
    if (!plain.isArray())
        return jsonSource(plain);
    QStringList texts;
    const QJsonArray elements = plain.toArray();
    for (const QJsonValue &element : elements) {
        const QString name = jsonText(element.toObject().value("name"_L1));
        texts << (name.isEmpty() ? jsonSource(element) : name);
    }
    texts.removeAll(QString());
    return texts.join(u", "_s);
}

} // namespace lanyard
