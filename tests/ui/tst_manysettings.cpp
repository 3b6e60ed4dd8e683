// A user with very many settings: what the page does with all of them takes time in proportion to their number.
#include "core/models/documentedits.h"
#include "core/models/settingsmodel.h"
#include "tests/support/testclass.h"
#include "ui/settings/settingspage.h"

#include <QApplication>
#include <QJsonArray>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

#include <ctime>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

User userWithCategories(int categories, int settingsEach)
{
    QJsonArray settings;
    for (int i = 0; i < categories * settingsEach; ++i)
        settings.append(QJsonObject{{u"id"_s, i},
                                    {u"category"_s, u"Category %1"_s.arg(i % categories)},
                                    {u"name"_s, u"Name %1"_s.arg(i)},
                                    {u"value"_s, i % 2 == 0 ? u"even"_s : u"odd"_s}});
    return User({{u"id"_s, u"7"_s}, {u"settings"_s, settings}});
}

// CPU seconds to filter and to clear the filter again. The least of some runs: what the machine does besides adds to
// the others.
double secondsToFilter(const User &user, bool fold)
{
    DocumentEdits edits;
    SettingsModel model(edits);
    SettingsPage page(model);
    page.show();
    edits.reset(user);
    auto *tree = page.findChild<QTreeView *>();
    for (int row = 0; fold && row < tree->model()->rowCount(); ++row)
        tree->collapse(tree->model()->index(row, 0));
    auto *filter = page.findChild<QLineEdit *>();
    double least = 1e9;
    for (int run = 0; run < 3; ++run) {
        const std::clock_t begin = std::clock();
        filter->setText(u"even"_s);
        filter->clear();
        least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    for (int row = 0; row < tree->model()->rowCount(); ++row) {
        if (tree->isExpanded(tree->model()->index(row, 0)) == fold)
            qFatal("a filter does not leave the branches as they were");
    }
    return least;
}

} // namespace

class ManySettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFilterTakesTimeInProportion_data();
    void aFilterTakesTimeInProportion();
};

void ManySettingsTest::aFilterTakesTimeInProportion_data()
{
    QTest::addColumn<bool>("isOneCategory");
    QTest::addColumn<bool>("fold");
    QTest::newRow("one category") << true << false;
    QTest::newRow("a category each") << false << false;
    QTest::newRow("a category each, folded") << false << true;
}

void ManySettingsTest::aFilterTakesTimeInProportion()
{
    QFETCH(const bool, isOneCategory);
    QFETCH(const bool, fold);
    const auto of = [isOneCategory](int count) {
        return isOneCategory ? userWithCategories(1, count) : userWithCategories(count, 1);
    };
    const double few = secondsToFilter(of(200), fold);
    const double many = secondsToFilter(of(1600), fold);
    qInfo("%.1f ms for 200 settings, %.1f ms for 1,600", few * 1e3, many * 1e3);
    QVERIFY2(many < 20 * few + 0.02, qPrintable(u"%1 times as long"_s.arg(many / few)));
}

} // namespace lanyard::testing

LANYARD_TEST(QApplication, lanyard::testing::ManySettingsTest)
#include "tst_manysettings.moc"
