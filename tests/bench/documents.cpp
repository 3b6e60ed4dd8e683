// What a large document costs in core: read, shown, searched, sorted, edited, merged, reloaded. Each is measured beside
// Qt's own reading of the same bytes, in turn. Prints one JSON object: milliseconds of each run, by what was done.
//
// Usage: bench_documents keys|settings|groups|categories COUNT RUNS
#include "core/base/knownsecrets.h"
#include "core/document/excerpt.h"
#include "core/document/merge.h"
#include "core/document/user.h"
#include "core/http/classify.h"
#include "core/http/rawanswer.h"
#include "core/models/apikeysfilter.h"
#include "core/models/apikeysmodel.h"
#include "core/models/documentedits.h"
#include "core/models/settingsfilter.h"
#include "core/models/settingsmodel.h"
#include "tests/bench/largedocument.h"
#include "tests/bench/measures.h"

#include <QGuiApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

constexpr int rowsOnScreen = 40;

RawAnswer answered(const QByteArray &bytes)
{
    RawAnswer answer;
    answer.status = 200;
    answer.contentType = "application/json; charset=utf-8";
    answer.contentLength = QByteArray::number(bytes.size());
    answer.body = bytes;
    return answer;
}

User read(const QByteArray &bytes)
{
    const auto answer = classify(answered(bytes));
    if (!answer)
        qFatal("the document is not understood");
    const auto user = User::fromAnswer(answer.value().envelope, answer.value().objects.value(u"user"_s));
    if (!user)
        qFatal("the user is not understood");
    return user.value();
}

// As a view does for the rows that can be seen.
void look(const QAbstractItemModel &model, const QModelIndex &parent = {}, int rows = rowsOnScreen)
{
    for (int row = 0; row < std::min(rows, model.rowCount(parent)); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex cell = model.index(row, column, parent);
            for (const int role : {Qt::DisplayRole, Qt::DecorationRole, Qt::ForegroundRole, Qt::ToolTipRole})
                static_cast<void>(model.data(cell, role));
        }
    }
}

// As a tree with all branches open.
void unfold(const QAbstractItemModel &model, const QModelIndex &branch = {})
{
    for (int row = 0, count = model.rowCount(branch); row < count; ++row)
        unfold(model, model.index(row, 0, branch));
}

Change namedOtherwise(const User &user)
{
    return {Path::field(u"firstName"), u"Mariella"_s, user.valueAt(Path::field(u"firstName"))};
}

void measureSave(const User &user, const User &again, Measures &measures)
{
    measures.take(u"save: merge and splice"_s, [&] {
        const Merge merge = merged({namedOtherwise(user)}, user);
        static_cast<void>(user.with(merge.changes).bytes());
    });
    measures.take(u"save: look at the answer"_s, [&] { static_cast<void>(isExcerpt(again, user)); });
}

void measureKeys(const User &user, const User &again, Measures &measures)
{
    ApiKeysModel keys;
    ApiKeysFilter filter;
    filter.setSourceModel(&keys);
    measures.take(u"first rows"_s, [&] {
        keys.setUser(user);
        look(filter);
    });
    measures.take(u"reload, nothing changed"_s, [&] { keys.setUser(again); });
    measures.take(u"first letter"_s, [&] { filter.setText(u"1"_s); });
    measures.take(u"second letter"_s, [&] { filter.setText(u"12"_s); });
    measures.take(u"no letter"_s, [&] { filter.setText({}); });
    for (const auto &[column, name] : {std::pair{int(ApiKeysModel::Name), u"sort by name"_s},
                                       {int(ApiKeysModel::Expires), u"sort by expiry"_s},
                                       {int(ApiKeysModel::Status), u"sort by status"_s}})
        measures.take(name, [&] { filter.sort(column); });
    measures.take(u"the minute's refresh"_s, [&] { keys.refreshStates(); });
}

void measureSettings(const User &user, const User &again, Measures &measures)
{
    DocumentEdits edits;
    SettingsModel settings(edits);
    SettingsFilter filter;
    filter.setSourceModel(&settings);
    measures.take(u"first rows"_s, [&] {
        edits.reset(user);
        look(filter);
        look(filter, filter.index(0, 0));
    });
    unfold(filter);
    const QList<Setting> all = user.settings();
    measures.take(u"100 edits"_s, [&] {
        for (qsizetype i = 0; i < 100; ++i) {
            const Setting &setting = all.at(i * all.size() / 100);
            settings.setText(setting.id(), u"77"_s, setting.value());
        }
    });
    measures.take(u"reload, nothing changed"_s, [&] { edits.setBase(again); });
    measures.take(u"first letter"_s, [&] { filter.setText(u"1"_s); });
    measures.take(u"second letter"_s, [&] { filter.setText(u"12"_s); });
    measures.take(u"no letter"_s, [&] { filter.setText({}); });
}

// Secrets of all sizes, and a text that nearly is one of them everywhere: what a hostile service can write.
void measureRepeats(Measures &measures)
{
    const QString letters(30'000, u'a');
    QList<Secret> secrets;
    for (qsizetype size = 24; size < 1200; size += 2)
        secrets << Secret::fromText(QString(u"1"_s + letters.first(size)));
    measures.take(u"secrets of repeated letters"_s,
                  [&] { static_cast<void>(KnownSecrets(secrets).redacted(letters)); });
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const auto many = manyOf(arguments.value(1));
    const int count = arguments.value(2).toInt();
    const int runs = arguments.value(3).toInt();
    if (!many || count <= 0 || runs <= 0) {
        std::fputs("Usage: bench_documents keys|settings|groups|categories COUNT RUNS\n", stderr);
        return 2;
    }
    const QByteArray bytes = largeDocument(*many, count);
    Measures measures;
    for (int run = 0; run < runs; ++run) {
        measures.take(u"fromJson"_s, [&] { static_cast<void>(QJsonDocument::fromJson(bytes)); });
        User user;
        measures.take(u"read"_s, [&] { user = read(bytes); });
        const User again = read(bytes);
        again.prepare(); // as the program does, in another thread
        if (*many == Many::Keys) {
            measureKeys(user, again, measures);
            measureRepeats(measures);
        } else {
            measureSettings(user, again, measures);
        }
        measureSave(user, again, measures);
    }
    const QJsonObject result{{u"bytes"_s, bytes.size()}, {u"ms"_s, measures.all()}};
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
