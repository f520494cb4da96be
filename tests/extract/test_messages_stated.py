"""Who wrote to whom: letters to gatherings, and the messages of many that an article gathers."""

import pytest
from stated import assert_stated

CASES = {
    "many write to one, and each paragraph tells of one of them": (
        "多国领导人致电致函，祝贺章若水就任国家主席。\n",
        "6月20日，多国领导人纷纷致电致函，热烈祝贺章若水当选国家主席。\n"
        "蒙古国总统巴图·额尔登表示，愿同您共同努力。\n"
        "老挝总理通沙万向章若水主席致以最诚挚的祝贺，祝愿两国友谊长存。\n"
        "此外，发来贺电贺函的还有泰国总理颂拉差，越南国家主席阮文泰等。",
        {
            ("巴图·额尔登", "MESSAGED", "章若水"),
            ("通沙万", "MESSAGED", "章若水"),
            ("颂拉差", "MESSAGED", "章若水"),
            ("阮文泰", "MESSAGED", "章若水"),
        },
    ),
    "who is written to stands in the announcement": (
        "多国领导人慰问",
        "近日，许多国家领导人和国际组织负责人相继致电国家主席章若水，就云麓地震表示慰问。\n"
        "蒙古国总统巴图·额尔登代表蒙古国政府和人民，对遇难者表示深切哀悼。",
        {("巴图·额尔登", "MESSAGED", "章若水")},
    ),
    "where no crowd writes, who speaks in the next paragraph has written nothing": (
        "快讯",
        "国家主席章若水6日致电蒙古国总统巴图·额尔登。\n老挝总理通沙万表示，铁路建设进展顺利。",
        {("章若水", "MESSAGED", "巴图·额尔登")},
    ),
    "a letter to the gathering that only its head names": (
        "快讯",
        "在云麓市残疾人联合会第八次代表大会召开之际，市委书记孟长河致信大会，表示热烈祝贺。",
        {("孟长河", "MESSAGED", "云麓市残疾人联合会第八次代表大会")},
    ),
    "who died is no sender": (
        "快讯",
        "国家主席章若水17日就科威特埃米尔拉希德不幸逝世向科威特新任埃米尔穆萨致唁电。",
        {("章若水", "MESSAGED", "穆萨")},
    ),
    "a written address is a message": (
        "章若水向第三届云麓论坛发表书面致辞",
        "6月20日，国家主席章若水向第三届云麓论坛发表书面致辞。",
        {("章若水", "MESSAGED", "第三届云麓论坛")},
    ),
    "the letter that those present talk of": (
        "第三届云麓论坛举行",
        "6月20日，第三届云麓论坛在云麓举行。与会嘉宾认为，章若水主席的贺信为合作指明了方向。",
        {("章若水", "MESSAGED", "第三届云麓论坛")},
    ),
    "the council of a forum is a body": (
        "快讯",
        "6月20日，市委书记孟长河向云麓企业家峰会理事会致贺信。",
        {("孟长河", "MESSAGED", "云麓企业家峰会理事会")},
    ),
    "messages between two": (
        "快讯",
        "6月20日，国家主席章若水同蒙古国总统巴图·额尔登互致贺电。",
        {("章若水", "MESSAGED", "巴图·额尔登"), ("巴图·额尔登", "MESSAGED", "章若水")},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_messages(name: str) -> None:
    """Each construction states what it says and nothing else."""
    title, text, expected = CASES[name]
    assert_stated("", f"{title}\n{text}", expected, ("MESSAGED", "SPOKE_AT"))
