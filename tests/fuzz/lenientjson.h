// A reader of JSON that takes any bytes: an independent check of Qt's, and a way to make documents of a fuzzer's input.
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <vector>

namespace lanyard::testing {

// A value with everything that Qt's reader does not keep: how a number was written, names that stand twice, the order.
struct Json
{
    enum class Kind { Null, False, True, Number, Text, List, Object };

    Kind kind = Kind::Null;
    QByteArray number; // as it was written
    QString text;
    std::vector<Json> items;    // of a list or an object
    std::vector<QString> names; // of an object's items
};

// All values that stand one after another. Valid JSON is read as what it is (what Qt's reader lets pass, too); in
// anything else, what makes no sense is passed over, and letters stand for the names and values that services use.
[[nodiscard]] std::vector<Json> readAll(QByteArrayView bytes);
// The first of them; null when there is none.
[[nodiscard]] Json readLeniently(QByteArrayView bytes);

// As JSON that every reader takes, numbers as they were written if that is possible.
[[nodiscard]] QByteArray written(const Json &json);
// As Qt has it; of members that stand twice, the last one.
[[nodiscard]] QJsonValue toQt(const Json &json);

// Whether they mean the same: numbers by their decimal value, members in any order.
[[nodiscard]] bool isSame(const Json &a, const Json &b);
[[nodiscard]] bool hasDoubledName(const Json &json);

// The same bytes for numbers of the same value: sign, digits without zeros at either end, power of ten.
[[nodiscard]] QByteArray canonicalNumber(QByteArrayView number);

} // namespace lanyard::testing
